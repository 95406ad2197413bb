/** Calls of a Range, outside: how its cells look. */
import type { HostService } from '../host';
import { withStyle, type WrapName } from './cell';
import { reads, writes } from './host-range';
import type { ScriptView } from './script-view';

/** [tested live by gas-fakes] */
const WHITE = '#ffffff';

/** Colours travel as lower-case hex, null for the default. */
export function lookCalls(scriptView: ScriptView): HostService {
  const backgrounds = writes<string | null>(
    scriptView,
    () => (cell, background) => withStyle(cell, { background }),
  );
  const fontColors = writes<string | null>(
    scriptView,
    () => (cell, fontColor) => withStyle(cell, { fontColor }),
  );
  return {
    getBackgrounds: reads(scriptView, ({ style }) => style?.background ?? WHITE).many,
    setBackgrounds: backgrounds.many,
    setBackground: backgrounds.one,
    setFontColors: fontColors.many,
    setFontColor: fontColors.one,
    setFontWeight: writes<boolean>(
      scriptView,
      () => (cell, bold) => withStyle(cell, { bold: bold ? true : null }),
    ).one,
    setWrapStrategy: writes<WrapName>(scriptView, () => (cell, wrap) => withStyle(cell, { wrap })).one,
    setWrap: writes<boolean>(
      scriptView,
      () => (cell, isWrapped) => withStyle(cell, { wrap: isWrapped ? 'WRAP' : 'OVERFLOW' }),
    ).one,
  };
}
