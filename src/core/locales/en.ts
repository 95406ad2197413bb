/** The English catalogue, section by section. Its shape is the type of every catalogue. */
import { answers } from './en/answers';
import { card } from './en/card';
import { columns } from './en/columns';
import { compare } from './en/compare';
import { job } from './en/job';
import { menu } from './en/menu';
import { phrases } from './en/phrases';
import { problems } from './en/problems';
import { roster } from './en/roster';
import { sentences } from './en/sentences';
import { setup } from './en/setup';
import { spaces } from './en/spaces';
import { where } from './en/where';

export const en = {
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
