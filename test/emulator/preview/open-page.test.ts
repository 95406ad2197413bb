/** A page as the window of a script: what it asks is answered with a button that it has. */
import { expect, test } from '@jest/globals';
import { OpenPage } from './open-page';
import type { ServerMessage } from './wire';

test('an alert takes its own buttons, and waits for one of them', async () => {
  const sent: ServerMessage[] = [];
  const page = new OpenPage('page', 'users/1', {
    send: (message) => sent.push(message),
    serveFrame: () => '',
    unticked: () => [],
  });
  const answered = page.alert({ title: 'Rows', prompt: 'Write?', buttons: 'YES_NO' });
  expect(sent).toEqual([{ type: 'alert', id: 1, title: 'Rows', prompt: 'Write?', buttons: ['YES', 'NO'] }]);
  const answer = { do: 'answer', id: 1, text: '', granted: [] } as const;
  expect(() => {
    page.answer({ ...answer, button: 'OK' });
  }).toThrow(new TypeError('button: the question has no OK, only YES, NO'));
  page.answer({ ...answer, button: 'NO' });
  expect(await answered).toBe('NO');
});
