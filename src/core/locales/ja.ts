/** The Japanese catalogue, section by section. */
import type { en } from './en';
import { answers } from './ja/answers';
import { card } from './ja/card';
import { columns } from './ja/columns';
import { compare } from './ja/compare';
import { job } from './ja/job';
import { menu } from './ja/menu';
import { phrases } from './ja/phrases';
import { problems } from './ja/problems';
import { roster } from './ja/roster';
import { sentences } from './ja/sentences';
import { setup } from './ja/setup';
import { spaces } from './ja/spaces';
import { where } from './ja/where';

export const ja: typeof en = {
  ...answers,
  card,
  columns,
  compare,
  job,
  menu,
  phrases,
  problems,
  roster,
  sentences,
  setup,
  spaces,
  where,
};
