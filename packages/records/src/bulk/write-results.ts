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

/** Lines of the result files for rows and what became of each. */
export function chunkResults(
  rows: readonly CsvRow[],
  results: readonly SaveResult[],
  form: CsvForm,
): ChunkResults {
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
  return { successful, failed, processedCount: rows.length, failedCount };
}

/** `REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --`. */
export function errorText(errors: readonly MusterError[]): string {
  return errors.map(({ code, message, fields }) => `${code}:${message}:${fields.join(', ')} --`).join(';');
}
