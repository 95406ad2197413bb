/** Calls of a Range, outside. */
import type { HostService, Running } from '../host';
import type { Area } from './area';
import { display, GENERAL } from './display';
import type { ScriptView } from './script-view';
import { addMetadata } from './host-metadata';
import type { Cell } from './tab';
import { checkLength, CLEARED, readOut, writeInto } from './values';
import type { CellInput, CellOutput } from './wire';

export function rangeService(scriptView: ScriptView): HostService {
  const { book } = scriptView;
  /** A read of a part of every cell, under the plural name; under the singular one, of the first cell. */
  const reads = <T>(part: (cell: Cell) => T) => ({
    many: (running: Running, sheet: number, area: Area): T[][] => {
      const place = scriptView.locate(running, sheet, area);
      return place.tab.read(place.area, part);
    },
    one: (running: Running, sheet: number, area: Area): T => {
      const { tab, area: whole } = scriptView.locate(running, sheet, area);
      return part(tab.cell(whole.row, whole.column));
    },
  });
  /** A write of a part of every cell: a block under the plural name, one thing for all cells under the singular one. */
  const writes = <T>(
    part: (cell: Cell, input: T) => Partial<Cell>,
    check: (input: T) => void = () => undefined,
  ) => ({
    many: (running: Running, sheet: number, area: Area, block: readonly (readonly T[])[]): void => {
      block.forEach((row) => {
        row.forEach(check);
      });
      scriptView.writeLater(running, sheet, area, (cell, down, right) => {
        const input = block[down]?.[right];
        return input === undefined ? {} : part(cell, input);
      });
    },
    one: (running: Running, sheet: number, area: Area, input: T): void => {
      check(input);
      scriptView.writeLater(running, sheet, area, (cell) => part(cell, input));
    },
  });

  const values = reads<CellOutput>((cell) => readOut(cell, book));
  const displays = reads((cell) => display(cell.value, cell.format));
  const formulas = reads((cell) => cell.formula);
  const formats = reads((cell) => cell.format);
  const setValues = writes<CellInput>(
    (cell, input) => writeInto(cell, input, book, scriptView.year()),
    checkLength,
  );
  const setFormats = writes<string>((_, format) => ({ format: normalFormat(format) }));

  return {
    getValues: values.many,
    getValue: values.one,
    getDisplayValues: displays.many,
    getDisplayValue: displays.one,
    getFormulas: formulas.many,
    getFormula: formulas.one,
    getNumberFormats: formats.many,
    getNumberFormat: formats.one,
    setValues: setValues.many,
    setValue: setValues.one,
    setNumberFormats: setFormats.many,
    setNumberFormat: setFormats.one,
    clearContent: (running: Running, sheet: number, area: Area): void => {
      scriptView.writeLater(running, sheet, area, () => CLEARED);
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

/** `general` goes back to the default; a trailing `;@` is dropped. [field reports, compared live] */
export function normalFormat(format: string): string {
  return format === '' || format.toLowerCase() === 'general' ? GENERAL : format.replace(/;@$/, '');
}
