/** How large Google lets grids be. */
import type { GridSize } from './area';

/** Size of a new tab. [tested live by gas-fakes] */
export const NEW_TAB: GridSize = { rows: 1000, columns: 26 };

/** Cells that all tabs together may have. [field reports; quotas page] */
export const CELL_LIMIT = 10_000_000;
