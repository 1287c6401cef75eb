import type { ComponentDescription } from '@muster/client';
import { Card, Checkbox, Form, PageHeader, Skeleton } from '@muster/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { QueryView } from '../../../components/query-view.js';
import { type Elements, useDescribedComponents } from '../../../data/setup-metadata.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { NotFoundScene } from '../../not-found/not-found-scene.js';
import { DeleteComponent } from './delete-component.js';
import { textOf, textsOf } from './elements.js';
import { OrderedChoice } from './ordered-choice.js';
import { PartNames } from './part-names.js';
import { partName } from './parts-table.js';
import { SaveBar, SaveProblems } from './save-bar.js';
import { useObjectFields } from './use-object-fields.js';
import { usePartForm } from './use-part-form.js';
import '../../../components/list-page.css';
import './objects.css';

const controls = new Set(['label', 'fields']);
const blank: Elements = { label: '', fields: ['Name'] };

/** A compact layout: the fields that stand for a record at a glance. */
export function CompactLayoutScene() {
  const { object = '', part = '' } = useParams();
  const layouts = useDescribedComponents('CompactLayout', object);
  const objects = useDescribedComponents('CustomObject');
  return (
    <QueryView query={layouts} isPage skeleton={<Skeleton shape="page" />}>
      {(all) => (
        <QueryView query={objects} isPage skeleton={<Skeleton shape="page" />}>
          {(described) => {
            const layout = all.find((each) => partName(each, object) === part);
            if (part !== 'new' && layout === undefined) return <NotFoundScene />;
            const whole = described.find(({ fullName }) => fullName === object)?.metadata ?? {};
            const primary = textOf(whole, 'compactLayoutAssignment');
            return (
              <CompactForm
                key={layout?.lastModifiedDate}
                object={object}
                layout={layout}
                isPrimary={layout !== undefined && primary === part}
              />
            );
          }}
        </QueryView>
      )}
    </QueryView>
  );
}

function CompactForm({
  object,
  layout,
  isPrimary,
}: {
  readonly object: string;
  readonly layout: ComponentDescription | undefined;
  readonly isPrimary: boolean;
}) {
  const t = useSetupObjectsText();
  const { data: fields = [] } = useObjectFields(object);
  const [isAssigned, setAssigned] = useState(isPrimary);
  const backHref = `/setup/objects/${object}/compactLayouts`;
  const part = usePartForm({
    type: 'CompactLayout',
    object,
    name: layout && partName(layout, object),
    initial: layout?.metadata ?? blank,
    controls,
    backHref,
    missing: (elements) => ({
      ...(textOf(elements, 'label').trim() === ''
        ? { label: t('missing', { what: t('column.label') }) }
        : {}),
      ...(textsOf(elements, 'fields').length === 0 ? { fields: t('compact.fields.missing') } : {}),
    }),
    prepare: (elements, fullName) => ({
      components: [
        { type: 'CompactLayout', fullName, metadata: elements },
        ...(isAssigned === isPrimary
          ? []
          : [
              {
                type: 'CustomObject',
                fullName: object,
                metadata: {
                  compactLayoutAssignment: isAssigned ? fullName.slice(object.length + 1) : 'SYSTEM',
                },
              },
            ]),
      ],
    }),
  });
  const { form, save } = part;
  const title = layout === undefined ? t('compact.new') : textOf(layout.metadata, 'label');
  return (
    <div className="console-list-page">
      <PageHeader
        title={title}
        lead={object}
        back={{ href: backHref, label: t('tab.compactLayouts') }}
        actions={
          layout !== undefined && (
            <DeleteComponent
              component={layout}
              label={title}
              loss={t('compact.delete.loss')}
              nextHref={backHref}
              onDeleted={part.release}
            />
          )
        }
      />
      <Form onSubmit={save.save} aria-label={title}>
        <SaveProblems save={save} missing={part.shown} />
        <Card title={t('object.names')}>
          <PartNames part={part} isNew={layout === undefined} />
          <Checkbox
            isSelected={isAssigned}
            onChange={(value) => {
              save.forget();
              setAssigned(value);
            }}
            description={t('compact.primary.what')}
          >
            {t('compact.primary')}
          </Checkbox>
        </Card>
        <Card title={t('tab.fields')} meta={t('compact.fields.what')}>
          <OrderedChoice
            label={t('tab.fields')}
            addLabel={t('compact.fields.add')}
            options={fields.map(({ name, label }) => ({ value: name, label, description: name }))}
            values={textsOf(form.elements, 'fields')}
            onChange={(next) => form.set({ fields: next })}
            most={10}
            error={form.errors.fields}
          />
        </Card>
        <SaveBar save={save} cancelHref={backHref} />
      </Form>
      {part.question}
    </div>
  );
}
