/** What the sidebar says, by subject. */
import { answer } from './sidebar/answer';
import { compare } from './sidebar/compare';
import { erase } from './sidebar/erase';
import { exportCsv } from './sidebar/export-csv';
import { help } from './sidebar/help';
import { home, picker } from './sidebar/home';
import { job } from './sidebar/job';
import { names } from './sidebar/names';
import { more, page } from './sidebar/page';
import { roster } from './sidebar/roster';
import { rows } from './sidebar/rows';
import { settings } from './sidebar/settings';
import { setup } from './sidebar/setup';
import { spaces } from './sidebar/spaces';
import { rights } from './sidebar/trouble';
import { where } from './sidebar/where';

export const sidebar = {
  answer,
  compare,
  erase,
  exportCsv,
  help,
  home,
  job,
  more,
  names,
  page,
  picker,
  rights,
  roster,
  rows,
  settings,
  setup,
  spaces,
  where,
};
