import { Button, Card, Dialog } from '@muster/ui';
import { useState } from 'react';
import { useDescribedObject, useSetupObjects } from '../../../data/setup-objects.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import type { LayoutDraft, RelatedList } from './layout.js';
import { listColumns } from './list-view.js';
import { OrderedChoice } from './ordered-choice.js';
import { useObjectFields } from './use-object-fields.js';

/** The related lists of a layout, in their order, each with its columns. */
export function LayoutRelated({
  object,
  draft,
  commit,
}: {
  readonly object: string;
  readonly draft: LayoutDraft;
  readonly commit: (next: LayoutDraft) => void;
}) {
  const t = useSetupObjectsText();
  const { data: described } = useDescribedObject(object);
  const { data: objects = [] } = useSetupObjects();
  const [open, setOpen] = useState<string | null>(null);
  const options = (described?.childRelationships ?? [])
    .filter(({ relationshipName }) => relationshipName !== null)
    .map(({ childSObject, field, relationshipName }) => ({
      value: `${childSObject}.${field}`,
      label: objects.find(({ name }) => name === childSObject)?.label ?? childSObject,
      description: relationshipName ?? undefined,
    }));
  const lists = draft.relatedLists;
  const set = (relatedLists: readonly RelatedList[]) => commit({ ...draft, relatedLists });
  const edited = lists.find(({ id }) => id === open);
  return (
    <Card title={t('layout.related')} meta={t('layout.related.what')}>
      <OrderedChoice
        label={t('layout.related')}
        addLabel={t('layout.related.add')}
        options={options}
        values={lists.map(({ id }) => id)}
        onChange={(values) =>
          set(values.map((id) => lists.find((list) => list.id === id) ?? { id, fields: ['NAME'], rest: {} }))
        }
      />
      {lists.length > 0 && (
        <div className="mu-button-row">
          {lists
            .filter(({ id }) => id.includes('.'))
            .map(({ id }) => (
              <Button key={id} size="small" onPress={() => setOpen(id)}>
                {t('layout.related.columns', {
                  label: options.find(({ value }) => value === id)?.label ?? id,
                })}
              </Button>
            ))}
        </div>
      )}
      {edited !== undefined && (
        <RelatedColumns
          list={edited}
          onChange={(fields) =>
            set(lists.map((list) => (list.id === edited.id ? { ...list, fields } : list)))
          }
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}

function RelatedColumns({
  list,
  onChange,
  onClose,
}: {
  readonly list: RelatedList;
  readonly onChange: (fields: readonly string[]) => void;
  readonly onClose: () => void;
}) {
  const t = useSetupObjectsText();
  const child = list.id.slice(0, list.id.indexOf('.'));
  const { data: fields = [] } = useObjectFields(child);
  const { data: described } = useDescribedObject(child);
  const options = listColumns(
    child,
    described?.fields ?? [],
    fields.filter(({ isCustom }) => isCustom),
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('list.columns')}
      actions={
        <Button variant="primary" onPress={onClose}>
          {t('done')}
        </Button>
      }
    >
      <OrderedChoice
        label={t('list.columns')}
        addLabel={t('list.columns.add')}
        options={options}
        values={list.fields}
        onChange={onChange}
        most={10}
      />
    </Dialog>
  );
}
