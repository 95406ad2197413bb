/** Tables as files for other programs. */

export const exportCsv = {
  title: 'Export as CSV',
  text: 'Tabs in which Rollcall wrote something. In the file no cell acts as a formula.',
  reading: 'Looking for tables…',
  none: 'There is nothing to export yet: no tab holds anything of Rollcall’s.',
  save: (tab: string) => `Save “${tab}”`,
  saved: (file: string) => `Made: ${file}`,
  download: (file: string) => `Download ${file}`,
};
