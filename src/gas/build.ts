/** Which build of Rollcall this is. `build.mjs` puts the values in, so that the same sources always give the same files. */
import type { Build } from '../core/contract';
import { TARGETS } from '../core/target';

declare const ROLLCALL_BUILD: Build;

export const BUILD: Build = ROLLCALL_BUILD;
export const TARGET = TARGETS[BUILD.target];
