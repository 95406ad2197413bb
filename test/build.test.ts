import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

describe('the built add-on', () => {
  test('has one function for the menu', () => {
    expect(readFileSync('dist/Code.js', 'utf8')).toContain('function onOpen()');
  });
});
