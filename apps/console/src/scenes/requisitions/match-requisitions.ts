import type { RequisitionRow } from '@muster/client';

/** Requisitions whose name, unit or postings hold the text; all when it is empty. */
export function matchRequisitions(rows: readonly RequisitionRow[], text: string): readonly RequisitionRow[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '') return rows;
  return rows.filter((row) =>
    [row.name, row.unit, ...row.postings.flatMap((posting) => [posting.title, posting.number])].some(
      (words) => words.toLocaleLowerCase().includes(wanted),
    ),
  );
}
