/** The tables metadata asks for. */
export interface TargetSchema {
  readonly tables: readonly TargetTable[];
  readonly sequences: readonly string[];
}

export interface TargetTable {
  readonly name: string;
  readonly columns: readonly TargetColumn[];
  readonly indexes: readonly TargetIndex[];
}

export interface TargetColumn {
  readonly name: string;
  /** As PostgreSQL's catalogue spells it: `numeric(18,2)`. */
  readonly type: string;
  /** What follows the type in a definition: collation, default, `not null`. */
  readonly attributes: string;
}

export interface TargetIndex {
  /** Says table, column and kind, and so stands for the whole definition: an index of another kind has another name. */
  readonly name: string;
  readonly column: string;
  readonly unique: boolean;
  /** From the key's opening parenthesis on. */
  readonly definition: string;
}

/** The tables a database has. */
export interface LiveSchema {
  readonly tables: ReadonlyMap<string, LiveTable>;
  readonly sequences: ReadonlySet<string>;
}

export interface LiveTable {
  /** Types by column, as the catalogue spells them. */
  readonly columns: ReadonlyMap<string, string>;
  /** Names of the indexes besides the primary key's. */
  readonly indexes: ReadonlySet<string>;
}
