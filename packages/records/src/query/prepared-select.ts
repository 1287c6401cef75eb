import { type PrintedSelect, printPostgres, type Select } from '@muster/sql';

/** A SELECT that is sent many times and printed once. */
export interface PreparedSelect {
  /** As text; with `evidence`, a last column says whether that SELECT gives a row. */
  print(evidence?: Select): PrintedSelect;
}

export function prepareSelect(select: Select): PreparedSelect {
  const printed = new Map<Select | undefined, PrintedSelect>();
  return {
    print(evidence) {
      const known = printed.get(evidence);
      if (known !== undefined) return known;
      const made = printPostgres(evidence === undefined ? select : withEvidence(select, evidence));
      printed.set(evidence, made);
      return made;
    },
  };
}

function withEvidence(select: Select, evidence: Select): Select {
  const column = { expr: { kind: 'Exists', select: evidence } as const, alias: '_evidence' };
  return { ...select, columns: [...select.columns, column] };
}
