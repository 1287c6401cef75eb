import { CheckboxGroup, ComboBox, IconButton, Skeleton, Stack, XIcon } from '@muster/ui';
import { useEffect } from 'react';
import { QueryView } from '../../../components/query-view.js';
import { useExportFields, useReadableObjects } from '../../../data/setup-export.js';
import { useSetupExportText } from '../../../messages/setup-export/use-setup-export-text.js';

/** An object whose records are taken out, with the fields that become columns. */
export interface ChosenObject {
  readonly name: string;
  readonly label: string;
  readonly fields: readonly string[];
}

/** The objects of an export. */
export function ObjectChoices({
  chosen,
  onChange,
  error,
}: {
  readonly chosen: readonly ChosenObject[];
  readonly onChange: (chosen: readonly ChosenObject[]) => void;
  readonly error: string | undefined;
}) {
  const t = useSetupExportText();
  const objects = useReadableObjects();
  return (
    <QueryView query={objects} skeleton={<Skeleton shape="text" count={2} />}>
      {(list) => (
        <Stack>
          <ComboBox
            key={chosen.length}
            label={t('objects.add')}
            options={list
              .filter(({ name }) => chosen.every((each) => each.name !== name))
              .map(({ name, label }) => ({ value: name, label, description: name }))}
            value={null}
            onChange={(name) => {
              const found = list.find((object) => object.name === name);
              if (found) onChange([...chosen, { name: found.name, label: found.label, fields: [] }]);
            }}
            error={error}
          />
          {chosen.map((object) => (
            <ObjectFields
              key={object.name}
              object={object}
              onChange={(fields) =>
                onChange(chosen.map((each) => (each.name === object.name ? { ...each, fields } : each)))
              }
              onRemove={() => onChange(chosen.filter(({ name }) => name !== object.name))}
            />
          ))}
        </Stack>
      )}
    </QueryView>
  );
}

function ObjectFields({
  object,
  onChange,
  onRemove,
}: {
  readonly object: ChosenObject;
  readonly onChange: (fields: readonly string[]) => void;
  readonly onRemove: () => void;
}) {
  const t = useSetupExportText();
  const fields = useExportFields(object.name);
  const all = fields.data;
  const isFresh = object.fields.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an object begins with all of its fields, once they are known
  useEffect(() => {
    if (all !== undefined && isFresh) onChange(all.map(({ name }) => name));
  }, [all]);
  return (
    <div className="setup-export-object">
      <details>
        <summary>
          <strong>{object.label}</strong>{' '}
          <span className="mu-muted">
            {all === undefined
              ? '…'
              : object.fields.length === all.length
                ? t('objects.allFields', { count: all.length })
                : t('objects.someFields', { count: object.fields.length, total: all.length })}
          </span>
        </summary>
        <QueryView query={fields} skeleton={<Skeleton shape="text" count={3} />}>
          {(list) => (
            <CheckboxGroup
              label={t('objects.fields', { object: object.label })}
              options={list.map(({ name, label }) => ({ value: name, label, description: name }))}
              value={object.fields}
              onChange={(names) =>
                onChange(list.map(({ name }) => name).filter((name) => names.includes(name)))
              }
              error={isFresh ? t('objects.noFields', { object: object.label }) : undefined}
            />
          )}
        </QueryView>
      </details>
      <IconButton label={t('objects.remove', { object: object.label })} icon={XIcon} onPress={onRemove} />
    </div>
  );
}
