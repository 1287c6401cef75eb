import { useSetupImportText } from '../../../messages/setup-import/use-setup-import-text.js';
import type { Sample } from './read-sample.js';

const SHOWN_ROWS = 5;

/** The first rows of a file, as they are read. */
export function SampleTable({ sample }: { readonly sample: Sample }) {
  const t = useSetupImportText();
  const { header, rows } = sample;
  return (
    <section
      className="setup-import-sample"
      aria-label={t('sample.title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable with the keyboard
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('sample.row')}</th>
            {header.map((name, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns may have the same name, and keep their place
              <th key={i} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN_ROWS).map((row, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their place
            <tr key={n}>
              <th scope="row">{n + 2}</th>
              {header.map((_, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their place
                <td key={i}>{row[i] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
