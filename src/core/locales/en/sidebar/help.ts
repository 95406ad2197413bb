/** A page of help: what people ask first. */

export const help = {
  title: 'Help',
  items: {
    what: {
      question: 'What can I ask?',
      answer:
        'Who is in a space, whether somebody is in it, and which spaces you have. Fill in the space, the member, both or none: the button says what will happen. For many at once, select rows of the sheet that hold addresses, and choose “Selected rows”.',
    },
    changes: {
      question: 'Does it change anything in Google Chat?',
      answer:
        'No. Rollcall only reads, as yourself, and nobody in the space is told. Into the sheet it writes only when you press a button that says so.',
    },
    notDirect: {
      question: 'Why “Not a direct member”?',
      answer:
        'People can be in a space through a Google Group. Google does not say who is in a group, so Rollcall does not say “Not in space” while the space may have one.',
    },
    couldNot: {
      question: 'What does “Couldn’t check” mean?',
      answer:
        'Google gave no answer that settles it: no permission, no such space for you, or no connection. It never means “no”. The reason stands beside it.',
    },
    columns: {
      question: 'Which columns are Rollcall’s?',
      answer:
        'Those whose titles begin with “Chat”. You may move, hide or rename them. Columns of your own stay as they are.',
    },
    readers: {
      question: 'Who can see the answers?',
      answer: 'Everybody who can open this sheet. On the card alone, only you see them.',
    },
  },
};
