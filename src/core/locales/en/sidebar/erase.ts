/** Taking everything of Rollcall's out of the sheet again. */

export const erase = {
  title: 'Remove Rollcall from this sheet',
  text: 'Takes out what Rollcall added to this sheet. Your own columns and rows stay. It can be undone in the sheet only by its version history.',
  look: 'Show what would go…',
  looking: 'Looking…',
  tabs: (names: readonly string[]) =>
    `${names.length === 1 ? 'The tab' : 'The tabs'} ${names.map((name) => `“${name}”`).join(', ')}`,
  columns: (tab: string, columns: readonly string[]) => `In “${tab}”: columns ${columns.join(', ')}`,
  rest: 'Settings, an unfinished job, and marks that cannot be seen',
  erase: 'Remove it all',
  erasing: 'Removing…',
  keep: 'Keep it',
  erased: 'Removed. Nothing of Rollcall is left in this sheet.',
};
