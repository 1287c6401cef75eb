import type { Stamp } from './list-components.js';

/** A component of a package that went out. */
export interface RetrievedFile {
  readonly type: string;
  readonly fullName: string;
  /** Its file in the package. */
  readonly file: string;
  readonly created: Stamp;
  readonly modified: Stamp;
}

/** What became of a retrieve besides the package. */
export interface RetrieveOutcome {
  readonly files: readonly RetrievedFile[];
  /** What was asked for and is not there. */
  readonly messages: readonly { readonly file: string; readonly problem: string }[];
}
