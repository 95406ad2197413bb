import { expect, test } from '@jest/globals';
import { readSpaceMemories, type SpaceMemory } from '../../../src/core/look-up/space-memory';

const MEMORY: SpaceMemory = {
  space: 'AAAA1',
  listing: 'failed',
  pages: 3,
  token: 'token-1',
  groups: false,
  currentUserListed: true,
  addressless: false,
  readable: null,
  listProblem: 'serverError',
  probeWanted: true,
  probeProblem: null,
};

test('a memory is read as it was written', () => {
  const open = { ...MEMORY, listing: 'open', listProblem: null, readable: true } as const;
  expect(readSpaceMemories(JSON.parse(JSON.stringify([MEMORY, open])))).toEqual([MEMORY, open]);
});

test.each<[string, unknown]>([
  ...Object.keys(MEMORY).map((key): [string, unknown] => [key, {}]),
  ['pages', -1],
  ['pages', 1.5],
  ['listing', 'half'],
  ['listProblem', 'noSuchCode'],
  ['groups', null],
  ['space', null],
])('a memory whose %s is %j is left out, the others are kept', (key, broken) => {
  expect(readSpaceMemories([{ ...MEMORY, [key]: broken }, MEMORY])).toEqual([MEMORY]);
});

test('what is no list holds no memory', () => {
  expect(readSpaceMemories('x')).toEqual([]);
  expect(readSpaceMemories(undefined)).toEqual([]);
  expect(readSpaceMemories([null, 1, MEMORY])).toEqual([MEMORY]);
});
