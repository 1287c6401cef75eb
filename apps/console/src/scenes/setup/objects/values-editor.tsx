import { Badge, Button, IconButton, PlusIcon, TextArea, TextField, XIcon } from '@muster/ui';
import { useState } from 'react';
import { GrabHandle } from '../../../components/grab-handle.js';
import { useListGrab } from '../../../components/use-list-grab.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { type PicklistEntry, withLines } from './picklist-values.js';

export interface ValuesEditorProps {
  readonly entries: readonly PicklistEntry[];
  readonly onChange: (entries: readonly PicklistEntry[]) => void;
  readonly error?: string | undefined;
}

/** The values of a picklist: added, named, ordered, put out of use, one of them the default. */
export function ValuesEditor({ entries, onChange, error }: ValuesEditorProps) {
  const t = useSetupObjectsText();
  const [text, setText] = useState('');
  const grab = useListGrab({
    items: entries,
    keyOf: ({ value }) => value,
    labelOf: ({ label }) => label,
    onChange,
  });
  const change = (value: string, changes: Partial<PicklistEntry>) =>
    onChange(entries.map((entry) => (entry.value === value ? { ...entry, ...changes } : entry)));
  const add = () => {
    if (text.trim() === '') return;
    onChange(withLines(entries, text));
    setText('');
  };
  const setDefault = (value: string, isDefault: boolean) =>
    onChange(entries.map((entry) => ({ ...entry, isDefault: isDefault && entry.value === value })));
  return (
    <div className="setup-values">
      {entries.length > 0 && (
        <ul className="setup-value-list" aria-label={t('values.title')}>
          {entries.map((entry) => (
            <li
              key={entry.value}
              className="setup-value"
              data-drop={entry.value}
              data-held={grab.held === entry.value || undefined}
            >
              <GrabHandle grab={grab} id={entry.value} />
              <div className="setup-value-names">
                <TextField
                  label={t('values.label', { value: entry.value })}
                  isLabelHidden
                  maxLength={255}
                  value={entry.label}
                  onChange={(label) => change(entry.value, { label })}
                />
                {entry.label !== entry.value && <span className="setup-api-name">{entry.value}</span>}
              </div>
              {!entry.isActive && <Badge tone="neutral">{t('values.inactive')}</Badge>}
              <div className="setup-value-actions">
                <Button
                  size="small"
                  variant="quiet"
                  aria-pressed={entry.isDefault}
                  aria-label={t(entry.isDefault ? 'values.default.of' : 'values.makeDefault.of', {
                    label: entry.label,
                  })}
                  onPress={() => setDefault(entry.value, !entry.isDefault)}
                >
                  {t(entry.isDefault ? 'values.default' : 'values.makeDefault')}
                </Button>
                {entry.isNew ? (
                  <IconButton
                    size="small"
                    icon={XIcon}
                    label={t('remove', { label: entry.label })}
                    onPress={() => onChange(entries.filter(({ value }) => value !== entry.value))}
                  />
                ) : (
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={t(entry.isActive ? 'values.deactivate.of' : 'values.activate.of', {
                      label: entry.label,
                    })}
                    onPress={() => change(entry.value, { isActive: !entry.isActive, isDefault: false })}
                  >
                    {t(entry.isActive ? 'values.deactivate' : 'values.activate')}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {grab.live}
      <TextArea
        label={t('values.add')}
        description={t('values.add.what')}
        rows={3}
        isOptional={entries.length > 0}
        value={text}
        onChange={setText}
        onBlur={add}
        error={error}
      />
      <div>
        <Button icon={PlusIcon} onPress={add}>
          {t('values.add.do')}
        </Button>
      </div>
    </div>
  );
}
