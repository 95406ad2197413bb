/** Checks what a page sends before anything is done with it. */
import * as v from 'valibot';
import { DIALOG_BUTTONS } from '../platform/dialogs';
import { LOCALES, type PageAction } from './wire';

const place = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000));
const tab = v.string();
const selection = v.object({ tab, ranges: v.pipe(v.array(v.string()), v.minLength(1)) });

const ACTION = v.variant('do', [
  v.object({ do: v.literal('menu'), functionName: v.string(), selection }),
  v.object({ do: v.literal('run'), name: v.string(), args: v.array(v.unknown()), selection }),
  v.object({
    do: v.literal('answer'),
    id: v.number(),
    button: v.picklist(DIALOG_BUTTONS),
    text: v.string(),
    granted: v.array(v.string()),
  }),
  v.object({ do: v.literal('type'), tab, row: place, column: place, texts: v.array(v.array(v.string())) }),
  v.object({ do: v.literal('insertRows'), tab, before: place, count }),
  v.object({ do: v.literal('deleteRows'), tab, from: place, count }),
  v.object({ do: v.literal('sort'), tab, column: place, descending: v.boolean() }),
  v.object({ do: v.literal('format'), tab, range: v.string(), numberFormat: v.string() }),
  v.object({ do: v.literal('locale'), locale: v.picklist(LOCALES) }),
  v.object({ do: v.literal('user'), user: v.string() }),
  v.object({ do: v.literal('faultPreset'), name: v.string(), on: v.boolean() }),
  v.object({ do: v.literal('grant'), scope: v.string(), granted: v.boolean() }),
  v.object({ do: v.literal('revoke') }),
  v.object({
    do: v.literal('latency'),
    milliseconds: v.pipe(v.number(), v.minValue(0), v.maxValue(60_000)),
  }),
]);

/** Reads an action; throws an error that names the first field that does not fit. */
export function readAction(text: string): PageAction {
  const result = v.safeParse(ACTION, JSON.parse(text));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new TypeError(`${v.getDotPath(issue) ?? 'action'}: ${issue.message}`);
}
