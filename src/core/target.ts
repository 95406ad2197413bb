/**
 * The two ways to install Rollcall, and all that differs between them. The same sources are built for each:
 * `node build.mjs` for a script that is bound to one spreadsheet, `node build.mjs --target add-on` for an Editor add-on.
 */
export interface Target {
  readonly id: 'bound' | 'add-on';
  /** Folder of the built files. */
  readonly folder: string;
  /** A menu of its own in the menu bar is right for a bound script, one below `Extensions` for an add-on [doc]. */
  readonly menu: 'menuBar' | 'extensions';
  /**
   * Whether functions for the script editor are built (those whose doc comment begins with `Editor:`). People who use an add-on
   * cannot open its script, and every function that exists can be called from a page.
   */
  readonly editorFunctions: boolean;
  /** Shortest time in milliseconds until a trigger runs: an add-on's triggers run at most once an hour [doc]. */
  readonly shortestContinuationMs: number;
  /**
   * Whether one person uses the script in many documents: user properties, the user's cache and the list of triggers are
   * then shared by all of them [field report], and each document may have one time trigger of a person [doc].
   */
  readonly manyDocuments: boolean;
  /**
   * Membership reads per minute that one job may send. Google allows a Cloud project 3,000 [doc]; an add-on has one
   * project for the whole organisation, so a job leaves half of them to others.
   */
  readonly readsPerMinute: number;
}

export type TargetId = Target['id'];

export const TARGETS: Readonly<Record<TargetId, Target>> = {
  bound: {
    id: 'bound',
    folder: 'dist',
    menu: 'menuBar',
    editorFunctions: true,
    shortestContinuationMs: 60_000,
    manyDocuments: false,
    readsPerMinute: 3_000,
  },
  'add-on': {
    id: 'add-on',
    folder: 'dist-add-on',
    menu: 'extensions',
    editorFunctions: false,
    shortestContinuationMs: 60 * 60_000,
    manyDocuments: true,
    readsPerMinute: 1_500,
  },
};
