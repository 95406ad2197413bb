/** Titles of our columns in a sheet. All start with `Chat`: an HR list has a Name and an E-mail of its own. */

export const columns = {
  verdict: 'Chat status',
  name: 'Chat name',
  email: 'Chat e-mail',
  role: 'Chat role',
  from: 'Chat inside/outside',
  since: 'Chat since',
  membership: 'Chat membership',
  checked: 'Chat checked',
  note: 'Chat note',
  as: 'Chat asked as',
  question: 'Chat question',
};
