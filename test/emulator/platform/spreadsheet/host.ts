/** The host side of the spreadsheet services: what open.ts plugs in. */
import type { Clock } from '../../clock';
import type { Assumed } from '../../scenario/assumptions';
import type { HostService, Running, WriteBuffer } from '../host';
import type { Book } from './book';
import { conditionalFormatCalls } from './host-conditional-format';
import { finderService, metadataService } from './host-metadata';
import { rangeListService, rangeService } from './host-range';
import { lookCalls } from './host-look';
import { sheetService } from './host-sheet';
import { sheetShapeCalls } from './host-sheet-shape';
import { spreadsheetAppService, spreadsheetService } from './host-spreadsheet';
import { translated } from './refusal';
import { ScriptView } from './script-view';

export interface SpreadsheetHost {
  /** By the names under which the classes inside a script call them. */
  readonly services: Readonly<Record<string, HostService>>;
  /** The buffered writes of one execution. */
  buffer(running: Running): WriteBuffer;
}

/** @param assumed What Google is taken to do where nobody could establish it; asked at every call. */
export function spreadsheetHost(book: Book, clock: Clock, assumed: Assumed): SpreadsheetHost {
  const scriptView = new ScriptView(book, clock, assumed);
  const services: Readonly<Record<string, HostService>> = {
    SpreadsheetApp: spreadsheetAppService(scriptView),
    Spreadsheet: spreadsheetService(scriptView),
    Sheet: {
      ...sheetService(scriptView),
      ...sheetShapeCalls(scriptView),
      ...conditionalFormatCalls(scriptView),
    },
    Range: { ...rangeService(scriptView), ...lookCalls(scriptView) },
    RangeList: rangeListService(scriptView),
    DeveloperMetadataFinder: finderService(scriptView),
    DeveloperMetadata: metadataService(scriptView),
  };
  return {
    services: Object.fromEntries(
      Object.entries(services).map(([name, service]) => [name, translated(service)]),
    ),
    buffer: (running) => scriptView.buffer(running),
  };
}
