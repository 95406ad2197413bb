/** The Rollcall menu. */

export const menu = {
  name: 'Rollcall',
  showSidebar: 'Open Rollcall',
  lookUpSelectedRows: 'Look up selected rows',
  continueLookUp: 'Continue look-up',
  checkSetup: 'Check set-up',
};
