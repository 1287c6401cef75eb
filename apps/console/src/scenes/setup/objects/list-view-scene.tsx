import type { ComponentDescription } from '@muster/client';
import { Card, Form, PageHeader, Skeleton } from '@muster/ui';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { QueryView } from '../../../components/query-view.js';
import { type Elements, useDescribedComponents } from '../../../data/setup-metadata.js';
import { useDescribedObject } from '../../../data/setup-objects.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { NotFoundScene } from '../../not-found/not-found-scene.js';
import { DeleteComponent } from './delete-component.js';
import { ElementSelect } from './element-fields.js';
import { listOf, textOf, textsOf } from './elements.js';
import { FilterEditor } from './filter-editor.js';
import { listColumns, listScopes, logicFault, scopeOf, withFullFilters } from './list-view.js';
import { withoutBlanks } from './new-object.js';
import { OrderedChoice } from './ordered-choice.js';
import { PartNames } from './part-names.js';
import { partName } from './parts-table.js';
import { SaveBar, SaveProblems } from './save-bar.js';
import { useObjectFields } from './use-object-fields.js';
import { usePartForm } from './use-part-form.js';
import '../../../components/list-page.css';
import './objects.css';
import './layout.css';

const controls = new Set(['label', 'columns', 'filters', 'booleanFilter', 'filterScope', 'queue']);
const blank: Elements = { label: '', columns: ['NAME'], filterScope: 'Everything' };

/** A list view: its columns, filters and whose records it shows. */
export function ListViewScene() {
  const { object = '', part = '' } = useParams();
  const views = useDescribedComponents('ListView', object);
  const isNew = part === 'new';
  return (
    <QueryView query={views} isPage skeleton={<Skeleton shape="page" />}>
      {(all) => {
        const view = all.find((each) => partName(each, object) === part);
        if (!isNew && view === undefined) return <NotFoundScene />;
        return <ListViewForm key={view?.lastModifiedDate} object={object} view={view} />;
      }}
    </QueryView>
  );
}

function ListViewForm({
  object,
  view,
}: {
  readonly object: string;
  readonly view: ComponentDescription | undefined;
}) {
  const t = useSetupObjectsText();
  const { data: fields = [] } = useObjectFields(object);
  const { data: described } = useDescribedObject(object);
  const options = useMemo(
    () =>
      listColumns(
        object,
        described?.fields ?? [],
        fields.filter(({ isCustom }) => isCustom),
      ),
    [object, described, fields],
  );
  const backHref = `/setup/objects/${object}/listViews`;
  const part = usePartForm({
    type: 'ListView',
    object,
    name: view && partName(view, object),
    initial: view?.metadata ?? blank,
    controls,
    backHref,
    missing: (elements) => {
      const fault = logicFault(textOf(elements, 'booleanFilter'), listOf(elements, 'filters').length);
      return {
        ...(textOf(elements, 'label').trim() === ''
          ? { label: t('missing', { what: t('column.label') }) }
          : {}),
        ...(textsOf(elements, 'columns').length === 0 ? { columns: t('list.columns.missing') } : {}),
        ...(fault === undefined ? {} : { booleanFilter: t(`list.logic.${fault}`) }),
      };
    },
    prepare: (elements, fullName) => ({
      components: [{ type: 'ListView', fullName, metadata: withoutBlanks(withFullFilters(elements)) }],
    }),
  });
  const { form, save } = part;
  const title = view === undefined ? t('list.new') : textOf(view.metadata, 'label');
  const scope = textOf(form.elements, 'filterScope');
  return (
    <div className="console-list-page">
      <PageHeader
        title={title}
        lead={object}
        back={{ href: backHref, label: t('tab.listViews') }}
        actions={
          view !== undefined && (
            <DeleteComponent
              component={view}
              label={title}
              loss={t('list.delete.loss')}
              nextHref={backHref}
              onDeleted={part.release}
            />
          )
        }
      />
      <Form onSubmit={save.save} aria-label={title}>
        <SaveProblems save={save} missing={part.shown} />
        <Card title={t('object.names')}>
          <PartNames part={part} isNew={view === undefined} />
          <ElementSelect
            form={form}
            name="filterScope"
            label={t('list.scope')}
            options={[
              ...listScopes
                .filter((value) => value !== 'Queue' || scope === 'Queue')
                .map((value) => ({ value, label: t(`list.scope.${value}`) })),
              ...(scopeOf(form.elements) === undefined ? [{ value: scope, label: scope }] : []),
            ]}
          />
        </Card>
        <Card title={t('list.columns')}>
          <OrderedChoice
            label={t('list.columns')}
            addLabel={t('list.columns.add')}
            options={options}
            values={textsOf(form.elements, 'columns')}
            onChange={(columns) => form.set({ columns })}
            most={15}
            error={form.errors.columns}
          />
        </Card>
        <Card title={t('list.filters')} meta={t('list.filters.what')}>
          <FilterEditor form={form} options={options} />
        </Card>
        <SaveBar save={save} cancelHref={backHref} />
      </Form>
      {part.question}
    </div>
  );
}
