/** The set-up check on the page. */
import { grouped } from '../../number';
import { counted } from '../counted';

export const setup = {
  title: 'Set-up check',
  reportTitle: 'Report a problem',
  reportText:
    'Copy this check as text and send it to whoever looks after Rollcall for you, with what you did and what you expected. It holds no names and no addresses of people.',
  busy: 'Checking…',
  probe: (title: string, state: string) => `${title}: ${state}`,
  allWell: 'Everything works.',
  needWorks: 'Everything you need works.',
  failures: (count: number) => `${counted(count, 'thing')} ${count === 1 ? 'does' : 'do'} not work.`,
  untold: (count: number) => `${counted(count, 'thing')} can’t be told.`,
  fine: (count: number) => `${counted(count, 'thing')} ${count === 1 ? 'works' : 'work'}`,
  notUsed: (count: number) => `${grouped(count)} not used`,
  again: 'Check again',
  copy: 'Copy as text',
  test: 'Test with one space',
  testHint: 'A space you are in',
  testSubmit: 'Test',
  build: (version: string, hash: string) => `Rollcall ${version} · build ${hash}`,
};
