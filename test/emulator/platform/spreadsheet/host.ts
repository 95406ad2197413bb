/** The host side of the spreadsheet services: what open.ts plugs in. */
import type { Clock } from '../../clock';
import type { HostService, Running, WriteBuffer } from '../host';
import type { Book } from './book';
import { ScriptView } from './script-view';
import { finderService, metadataService } from './host-metadata';
import { rangeService } from './host-range';
import { sheetService } from './host-sheet';
import { spreadsheetAppService, spreadsheetService } from './host-spreadsheet';

export interface SpreadsheetHost {
  /** By the names under which the classes inside a script call them. */
  readonly services: Readonly<Record<string, HostService>>;
  /** The buffered writes of one execution. */
  buffer(running: Running): WriteBuffer;
}

export function spreadsheetHost(book: Book, clock: Clock): SpreadsheetHost {
  const scriptView = new ScriptView(book, clock);
  return {
    services: {
      SpreadsheetApp: spreadsheetAppService(scriptView),
      Spreadsheet: spreadsheetService(scriptView),
      Sheet: sheetService(scriptView),
      Range: rangeService(scriptView),
      DeveloperMetadataFinder: finderService(scriptView),
      DeveloperMetadata: metadataService(scriptView),
    },
    buffer: (running) => scriptView.buffer(running),
  };
}
