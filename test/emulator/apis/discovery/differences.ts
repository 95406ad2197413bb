/** Where the emulator differs from Google's discovery documents on purpose: what, and why. */

export const DIFFERENCES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'chat.app.all.messages.readonly',
      'chat.app.all.spaces.readonly',
      'chat.app.messages.readonly',
      'chat.app.spaces',
      'chat.app.spaces.readonly',
      'chat.messages',
      'chat.messages.reactions',
      'chat.messages.reactions.readonly',
      'chat.messages.readonly',
      'chat.spaces',
      'chat.spaces.readonly',
    ].map((scope) => [
      `chat.spaces.spaceEvents.list: scope ${scope}`,
      'Each type of event has its own scopes; only events of memberships are served.',
    ]),
  ),
  'role in the filter: ROLE_ASSISTANT_MANAGER': 'The reference names two roles for filters only.',
  'role in the filter: MEMBERSHIP_ROLE_UNSPECIFIED': 'The reference names two roles for filters only.',
  'member.type in the filter: TYPE_UNSPECIFIED': 'The reference names HUMAN and BOT only.',
  'space_type in the filter: SPACE_TYPE_UNSPECIFIED': 'The reference forbids it.',
  'role in the invented workspace: ROLE_LIBRARIAN':
    'A role of the future: the enum is documented as open-ended.',
  'affiliation in the invented workspace: PARTNER_ORGANISATION':
    'A value of the future: the enum is documented as open-ended.',
  'common parameter $alt': 'Clients that are made from protocol buffers send it.',
};
