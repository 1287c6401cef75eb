import type { MusterError } from '@muster/kernel';
import type { SaveResult } from '../session/session.js';
import { type BulkJob, type CsvForm, columnDelimiters, lineEndings } from './bulk-job.js';
import type { ChunkResults, RowError } from './bulk-jobs.js';
import type { CsvRow } from './read-csv.js';

/** One line of CSV with all values quoted, as the result files of bulk jobs are. */
export function csvLine(values: readonly string[], { columnDelimiter, lineEnding }: CsvForm): string {
  const cells = values.map((value) => `"${value.replaceAll('"', '""')}"`);
  return cells.join(columnDelimiters[columnDelimiter]) + lineEndings[lineEnding];
}

/** What became of one row of a batch, as a line of its results. */
export interface RowOutcome {
  readonly id: string | null;
  readonly success: boolean;
  readonly created: boolean;
  readonly errors: readonly {
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
  }[];
}

/** Rows of a chunk whose reasons are kept for lists of errors; the files have them all. */
const MOST_ERRORS = 200;

/**
 * Lines of the result files for rows and what became of each. Of a check the ids of records that would be new are left
 * out: there are none. @param firstRow number of the first row
 */
export function chunkResults(
  rows: readonly CsvRow[],
  results: readonly SaveResult[],
  form: CsvForm & Partial<Pick<BulkJob, 'isBatch' | 'options'>>,
  firstRow: number,
): ChunkResults {
  const isCheck = form.options?.checkOnly === true;
  const failed = results.filter(({ success }) => !success).length;
  const counts = {
    processedCount: rows.length,
    failedCount: failed,
    createdCount: results.filter(({ success, created }) => success && created === true).length,
  };
  const none = { successful: '', failed: '', inOrder: '', errors: [] };
  if (form.isBatch === true) return { ...none, ...counts, inOrder: results.map(outcomeLine).join('') };
  const lines = { successful: '', failed: '' };
  for (const [i, { header, values }] of rows.entries()) {
    const result = results[i];
    const own = header.map((_, column) => values[column] ?? '');
    if (result?.success === true) {
      const isCreated = result.created === true;
      const id = isCheck && isCreated ? '' : (result.id ?? '');
      lines.successful += csvLine([id, String(isCreated), ...own], form);
    } else lines.failed += csvLine([result?.id ?? '', errorText(result?.errors ?? []), ...own], form);
  }
  return { ...none, ...counts, ...lines, errors: rowErrors(results, firstRow) };
}

function outcomeLine({ id, success, created, errors }: SaveResult): string {
  const outcome: RowOutcome = {
    id: id ?? null,
    success,
    created: created === true,
    errors: errors.map(problemOf),
  };
  return `${JSON.stringify(outcome)}\n`;
}

const problemOf = ({ code, message, fields }: MusterError) => ({ statusCode: code, message, fields });

function rowErrors(results: readonly SaveResult[], firstRow: number): readonly RowError[] {
  return results
    .flatMap(({ success, errors }, i) =>
      success ? [] : [{ row: firstRow + i, errors: errors.map(problemOf) }],
    )
    .slice(0, MOST_ERRORS);
}

/** `REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --`. */
export function errorText(errors: readonly MusterError[]): string {
  return errors.map(({ code, message, fields }) => `${code}:${message}:${fields.join(', ')} --`).join(';');
}
