import { Badge, ComboBox } from '@muster/ui';
import { useSetupImportText } from '../../../messages/setup-import/use-setup-import-text.js';
import type { Mapping } from './map-columns.js';
import type { Sample } from './read-sample.js';
import type { TargetField } from './target-fields.js';

const SHOWN_VALUES = 2;

/** Each column of the file, what stands in it, and the field it goes into. */
export function ColumnTable({
  sample,
  targets,
  mapping,
  onChange,
}: {
  readonly sample: Sample;
  readonly targets: readonly TargetField[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}) {
  const t = useSetupImportText();
  const options = targets.map(({ name, label, isRequired }) => ({
    value: name,
    label,
    description: isRequired ? `${name} · ${t('columns.required')}` : name,
  }));
  return (
    <ul className="setup-import-columns">
      {sample.header.map((column, i) => {
        const field = mapping.get(column) ?? null;
        const values = [...new Set(sample.rows.map((row) => row[i] ?? '').filter((text) => text !== ''))];
        return (
          <li key={column}>
            <div className="setup-import-column">
              <strong>{column}</strong>
              <span className="mu-muted">{values.slice(0, SHOWN_VALUES).join(' · ') || '–'}</span>
            </div>
            <div className="setup-import-field">
              <ComboBox
                label={t('columns.fieldOf', { column })}
                isLabelHidden
                options={options}
                value={field}
                onChange={(value) => onChange(new Map([...mapping, [column, value]]))}
              />
              {field === null && <Badge>{t('columns.ignored')}</Badge>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
