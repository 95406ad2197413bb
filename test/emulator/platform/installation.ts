/**
 * How a script is installed, and what it keeps whatever document it is used in. A bound script has one document. An Editor
 * add-on has many: each person's properties, cache, grants and triggers are one set for all of them.
 */
import type { EmulatorOptions } from '../emulator';
import { Authorization } from './authorization';
import { Locks } from './locks';
import type { LogLine } from './log-line';
import { loadProject, type Project } from './project';
import { detectScopes } from './scope-detection';
import { Caches, PropertyStores } from './stores';
import { Triggers } from './triggers';
import type { Kind } from './kind';

/** How `onOpen` runs in a document for a person; `absent`: it does not run, and the person sees no menu. */
export type Opening = 'NONE' | 'LIMITED' | 'absent';

export class Installation {
  readonly kind: Kind;
  readonly project: Project;
  readonly authorization: Authorization;
  readonly properties = new PropertyStores();
  readonly caches: Caches;
  readonly locks: Locks;
  readonly triggers: Triggers;
  /** Lines that reached Cloud Logging, and the function that was called. */
  readonly cloudLog: {
    readonly function: string;
    readonly from: LogLine['from'] | 'uncaught';
    readonly text: string;
  }[] = [];
  private readonly installedFor: ReadonlySet<string> | null;
  private readonly enabledIn = new Set<string>();
  private documents = 0;

  /** Throws an error that names the file where the project cannot be loaded. */
  constructor(
    { installedAs = 'bound', installedFor, project, clock }: EmulatorOptions,
    refusedScopes: () => readonly string[],
  ) {
    this.kind = installedAs;
    this.installedFor = installedFor === undefined ? null : new Set(installedFor);
    this.project = loadProject(project);
    this.authorization = new Authorization(
      this.project.manifest.oauthScopes ?? detectScopes(this.project.scripts),
      refusedScopes,
    );
    this.caches = new Caches(clock);
    this.locks = new Locks(clock);
    this.triggers = new Triggers(clock, installedAs);
  }

  /** A name for the next document. The first one's is the name of its stores in a saved spreadsheet. */
  nextDocument(): string {
    this.documents += 1;
    return this.documents === 1 ? 'document' : `document ${this.documents}`;
  }

  /**
   * A bound script opens with limited rights. An add-on opens for whoever has installed it, with hardly any rights until
   * somebody has used it in the document; from then on it opens for everybody, with limited rights [doc].
   */
  opening(document: string, user: string): Opening {
    if (this.kind === 'bound' || this.enabledIn.has(document)) return 'LIMITED';
    return this.installedFor?.has(user) === false ? 'absent' : 'NONE';
  }

  /** Somebody uses the script in a document. */
  use(document: string): void {
    this.enabledIn.add(document);
  }
}
