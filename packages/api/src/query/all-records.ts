import type { QueryOptions, Session } from '@muster/records';

interface Page<Row> {
  readonly records: readonly Row[];
  readonly nextRecordsUrl?: string;
}

/** Every record of a query in the form clients get them, page after page. For answers made from records only. */
export async function allRecords<Row>(session: Session, soql: string, options: QueryOptions): Promise<Row[]> {
  const records: Row[] = [];
  let answer = await session.query(soql, options);
  for (;;) {
    const page = JSON.parse(answer.json) as Page<Row>;
    records.push(...page.records);
    const locator = page.nextRecordsUrl?.split('/').at(-1);
    if (locator === undefined) return records;
    answer = await session.queryMore(locator, options);
  }
}
