/** Calls of a Range, outside: its values and what goes with them. */
import type { HostService, Running } from '../host';
import { without, withinGrid, type Area } from './area';
import { withContent, withStyle, type Cell } from './cell';
import { display, normalFormat, requireKnownFormat } from './display';
import { requireFormattable, requireRights } from './guard';
import { addMetadata } from './host-metadata';
import { richTextOf, withRichText } from './rich-text';
import type { ScriptView } from './script-view';
import type { Tab } from './tab';
import { checkLength, readOut, writeInto } from './values';
import type { CellInput, CellOutput, RichText } from './wire';

/** Reads of a part of every cell, under the plural name; under the singular one, of the first cell. */
export function reads<T>(scriptView: ScriptView, part: (cell: Cell) => T) {
  return {
    many: (running: Running, sheet: number, area: Area): T[][] => scriptView.read(running, sheet, area, part),
    one: (running: Running, sheet: number, area: Area): T | undefined =>
      scriptView.read(running, sheet, { ...area, rows: 1, columns: 1 }, part)[0]?.[0],
  };
}

interface Checks<T> {
  /** Throws at once. */
  readonly input?: (input: T) => void;
  /** Throws when the write happens. */
  readonly place?: (tab: Tab, area: Area) => void;
}

/** Writes of a part of every cell: a block under the plural name, one thing for all cells under the singular one. */
export function writes<T>(
  scriptView: ScriptView,
  /** Called once a write, since what it finds out holds for all cells. */
  prepare: () => (cell: Cell, input: T) => Cell,
  checks: Checks<T> = {},
) {
  const { input: check = () => undefined, place } = checks;
  return {
    many: (running: Running, sheet: number, area: Area, block: readonly (readonly T[])[]): void => {
      for (const row of block) row.forEach(check);
      const part = prepare();
      scriptView.writeLater(
        running,
        sheet,
        area,
        (cell, down, right) => {
          const input = block[down]?.[right];
          return input === undefined ? cell : part(cell, input);
        },
        place,
      );
    },
    one: (running: Running, sheet: number, area: Area, input: T): void => {
      check(input);
      const part = prepare();
      scriptView.writeLater(running, sheet, area, (cell) => part(cell, input), place);
    },
  };
}

export function rangeService(scriptView: ScriptView): HostService {
  const { book } = scriptView;
  const values = reads<CellOutput>(scriptView, (cell) => readOut(cell, book.zone));
  const displays = reads(scriptView, ({ value, format }) => display(value, format, book.locale));
  const formulas = reads(scriptView, ({ formula }) => formula);
  const formats = reads(scriptView, ({ format }) => format);
  const richTexts = reads<RichText | null>(scriptView, richTextOf);
  const setValues = writes<CellInput>(
    scriptView,
    () => {
      const reading = scriptView.reading();
      return (cell, input) => writeInto(cell, input, reading);
    },
    { input: checkLength },
  );
  const setFormats = writes<string>(
    scriptView,
    () => (cell, format) => ({ ...cell, format: normalFormat(format) }),
    { input: requireKnownFormat, place: requireFormattable },
  );
  const setRichTexts = writes<RichText>(scriptView, () => withRichText, {
    input: (input) => {
      checkLength(typeof input === 'string' ? input : input.text);
    },
  });

  return {
    getValues: values.many,
    getValue: values.one,
    getDisplayValues: displays.many,
    getDisplayValue: displays.one,
    getFormulas: formulas.many,
    getFormula: formulas.one,
    getNumberFormats: formats.many,
    getNumberFormat: formats.one,
    getRichTextValues: richTexts.many,
    setValues: setValues.many,
    setValue: setValues.one,
    setNumberFormats: setFormats.many,
    setNumberFormat: setFormats.one,
    setRichTextValues: setRichTexts.many,
    setRichTextValue: setRichTexts.one,
    clearContent: (running: Running, sheet: number, area: Area): void => {
      scriptView.writeLater(running, sheet, area, (cell) => withContent(cell, ''));
    },
    clearDataValidations: (running: Running, sheet: number, area: Area): void => {
      const { tab } = scriptView.locate(running, sheet, area);
      scriptView.changeLater(
        running,
        sheet,
        (now) => {
          now.validations = now.validations.flatMap((one) =>
            without(one.area, withinGrid(area, now.size)).map((rest) => ({ ...one, area: rest })),
          );
        },
        () => {
          requireRights(tab, area, running);
        },
      );
    },
    /** Keeps number formats, notes and validation. [field report, compared live] */
    clear: (running: Running, sheet: number, area: Area): void => {
      scriptView.writeLater(running, sheet, area, ({ format, note }) => ({
        value: '',
        formula: '',
        format,
        note,
      }));
    },
    addDeveloperMetadata: (
      running: Running,
      sheet: number,
      area: Area,
      key: string,
      value: string | null,
    ): void => {
      addMetadata(scriptView, running, sheet, area, key, value);
    },
    /** The first rule of a cell counts. */
    setDataValidation: (running: Running, sheet: number, area: Area, allowed: readonly string[]): void => {
      scriptView.changeLater(running, sheet, (tab) => {
        tab.validations = [{ area, allowed }, ...tab.validations];
      });
    },
    getMergedRanges: (running: Running, sheet: number, area: Area): readonly Area[] => {
      const place = scriptView.locate(running, sheet, area);
      return place.tab.merged(place.area);
    },
    isPartOfMerge: (running: Running, sheet: number, area: Area): boolean => {
      const place = scriptView.locate(running, sheet, area);
      return place.tab.merged(place.area).length > 0;
    },
    activate: (running: Running, sheet: number, area: Area): void => {
      const place = scriptView.locate(running, sheet, area);
      scriptView.select(running, place.tab, [area]);
    },
  };
}

export function rangeListService(scriptView: ScriptView): HostService {
  const paint =
    (part: 'background' | 'fontColor') =>
    (running: Running, sheet: number, areas: readonly Area[], color: string | null): void => {
      for (const area of areas)
        scriptView.writeLater(running, sheet, area, (cell) => withStyle(cell, { [part]: color }));
    };
  return {
    setBackground: paint('background'),
    setFontColor: paint('fontColor'),
    activate: (running: Running, sheet: number, areas: readonly Area[]): void => {
      for (const area of areas) scriptView.locate(running, sheet, area);
      scriptView.select(running, scriptView.tab(running, sheet), areas);
    },
  };
}
