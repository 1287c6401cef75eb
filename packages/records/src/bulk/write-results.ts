import type { MusterError } from '@muster/kernel';
import type { SaveResult } from '../session/session.js';
import { type CsvForm, columnDelimiters, lineEndings } from './bulk-job.js';
import type { ChunkResults } from './bulk-jobs.js';
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

/** Lines of the result files for rows and what became of each. */
export function chunkResults(
  rows: readonly CsvRow[],
  results: readonly SaveResult[],
  form: CsvForm & { readonly isBatch?: boolean },
): ChunkResults {
  if (form.isBatch === true) return outcomesInOrder(results);
  let successful = '';
  let failed = '';
  let failedCount = 0;
  for (const [i, { header, values }] of rows.entries()) {
    const result = results[i];
    const own = header.map((_, column) => values[column] ?? '');
    if (result?.success === true) {
      const isCreated = result.created === true ? 'true' : 'false';
      successful += csvLine([result.id ?? '', isCreated, ...own], form);
    } else {
      failedCount += 1;
      failed += csvLine([result?.id ?? '', errorText(result?.errors ?? []), ...own], form);
    }
  }
  return { successful, failed, inOrder: '', processedCount: rows.length, failedCount };
}

function outcomesInOrder(results: readonly SaveResult[]): ChunkResults {
  const lines = results.map(({ id, success, created, errors }): RowOutcome => {
    const problems = errors.map(({ code, message, fields }) => ({ statusCode: code, message, fields }));
    return { id: id ?? null, success, created: created === true, errors: problems };
  });
  return {
    successful: '',
    failed: '',
    inOrder: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    processedCount: results.length,
    failedCount: lines.filter(({ success }) => !success).length,
  };
}

/** `REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --`. */
export function errorText(errors: readonly MusterError[]): string {
  return errors.map(({ code, message, fields }) => `${code}:${message}:${fields.join(', ')} --`).join(';');
}
