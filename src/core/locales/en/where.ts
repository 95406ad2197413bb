/** Where somebody is, in the script editor: titles of the tab `Spaces of NAME`, and the lines of the log. */
import { counted } from './counted';

export const where = {
  columns: { name: 'Space name', space: 'Space', member: 'Member' },
  /** "of the spaces that you are in": nobody can see others. */
  found: (n: { readonly places: number; readonly asked: number; readonly unchecked: number }) =>
    `In ${n.places} of the ${counted(n.asked, 'space')} that you are in.${n.unchecked === 0 ? '' : ` ${counted(n.unchecked, 'space')} could not be checked: look at the tab.`}`,
  foundAsAdmin: (n: { readonly places: number; readonly asked: number; readonly unchecked: number }) =>
    `In ${n.places} of the ${counted(n.asked, 'named space')} of your organisation.${n.unchecked === 0 ? '' : ` ${counted(n.unchecked, 'space')} could not be checked: look at the tab.`}`,
  onlyOwner: (spaces: readonly string[]) => `Only owner of ${spaces.join(', ')}.`,
  /** By its link: the name of the tab may be somebody’s, and the log ends in Cloud Logging. */
  written: (link: string) => `Written into the tab ${link}`,
  notAsked: 'What was asked has not begun: another job of this file was continued. Run the function again.',
};
