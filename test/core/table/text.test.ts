import { expect, test } from '@jest/globals';
import { mayBeReadAnew } from '../../../src/core/table/text';

test.each([
  '=1',
  '+1',
  '-1',
  '@x',
  "'x",
  '\tx',
  ' x',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '1',
  '.5',
  '$1',
  '(1',
  '€2',
  '£3',
  '¥4',
  'true',
  'False',
])('Sheets may take %j for something else', (text) => {
  expect(mayBeReadAnew(text)).toBe(true);
});

test.each(['', 'x', 'a=1', 'x 1', 'truely', 'untrue', '$x', '(x', '佐藤', 'x\ty'])(
  'Sheets leaves %j as it is',
  (text) => {
    expect(mayBeReadAnew(text)).toBe(false);
  },
);
