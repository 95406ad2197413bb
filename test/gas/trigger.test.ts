import { describe, expect, test } from '@jest/globals';
import type { ContinuationPort } from '../../src/core/ports';
import { loadScript } from './script.testing';

interface Trigger {
  readonly getHandlerFunction: () => string;
}

const triggerOf = (handler: string): Trigger => ({ getHandlerFunction: () => handler });

/** ScriptApp with a memory; `most` triggers, then its words. */
function scriptApp(triggers: Trigger[], most: number, words: string) {
  return {
    getProjectTriggers: () => [...triggers],
    deleteTrigger: (trigger: Trigger) => {
      triggers.splice(triggers.indexOf(trigger), 1);
    },
    newTrigger: (handler: string) => ({
      timeBased: () => ({
        after: () => ({
          create: () => {
            if (triggers.length >= most) throw new Error(words);
            triggers.push(triggerOf(handler));
          },
        }),
      }),
    }),
  };
}

function portOf(globals: Readonly<Record<string, unknown>>): ContinuationPort {
  const { continuationPort } = loadScript('trigger', globals, () => 0) as {
    readonly continuationPort: (shortestMs: number) => ContinuationPort;
  };
  return continuationPort(60_000);
}

const OURS = 'continueOnTrigger';

describe('arming the trigger', () => {
  test.each([
    ['of others leave room', Array(19).fill('other'), 20, 'armed', 20],
    ['of others take all the room', Array(20).fill('other'), 20, 'tooMany', 20],
    ['take all the room, and one of them is ours', [...Array(19).fill('other'), OURS], 20, 'armed', 20],
    ['are few, so that something else refused it', ['other'], 1, 'refused', 1],
  ] as const)(
    'where those %s, whatever the language of the message',
    (_, handlers: readonly string[], most, armed, left) => {
      const triggers = handlers.map(triggerOf);
      const port = portOf({ ScriptApp: scriptApp(triggers, most, 'Dxuc cpmowd xac dii sacn dmokkomc.') });
      expect(port.arm(0)).toBe(armed);
      expect(triggers).toHaveLength(left);
    },
  );

  test('is told by Google’s words too, for an add-on with a limit of its own', () => {
    const words =
      'This add-on has created too many time-based triggers in this document for this Google user account.';
    expect(portOf({ ScriptApp: scriptApp([triggerOf('other')], 1, words) }).arm(0)).toBe('tooMany');
  });

  test('is refused where triggers may not even be listed', () => {
    const refuse = () => {
      throw new Error('Required permissions: https://www.googleapis.com/auth/script.scriptapp');
    };
    expect(portOf({ ScriptApp: { getProjectTriggers: refuse } }).arm(0)).toBe('refused');
  });
});
