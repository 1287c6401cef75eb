import type { ComponentDescription } from '@muster/client';
import { Card, CheckboxGroup, Form, PageHeader, Select, Skeleton } from '@muster/ui';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { QueryView } from '../../../components/query-view.js';
import { useSession } from '../../../data/session.js';
import { type Elements, useDescribedComponents } from '../../../data/setup-metadata.js';
import { useDescribedObject } from '../../../data/setup-objects.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { NotFoundScene } from '../../not-found/not-found-scene.js';
import { DeleteComponent } from './delete-component.js';
import { ElementFlag, type ElementForm, ElementSelect, ElementText } from './element-fields.js';
import { textOf } from './elements.js';
import { withoutBlanks } from './new-object.js';
import { PartNames } from './part-names.js';
import { partName } from './parts-table.js';
import { offerOf, type Picklist, picklistsOf, withOffer } from './record-type.js';
import { SaveBar, SaveProblems } from './save-bar.js';
import { usePartForm } from './use-part-form.js';
import '../../../components/list-page.css';
import './objects.css';

const controls = new Set(['label', 'description', 'active', 'compactLayoutAssignment']);
const blank: Elements = { label: '', description: '', active: true };
const NONE = '-';

/** A record type: what it is called, whether it is in use, which values it offers. */
export function RecordTypeScene() {
  const { object = '', part = '' } = useParams();
  const types = useDescribedComponents('RecordType', object);
  return (
    <QueryView query={types} isPage skeleton={<Skeleton shape="page" />}>
      {(all) => {
        const type = all.find((each) => partName(each, object) === part);
        if (part !== 'new' && type === undefined) return <NotFoundScene />;
        return <RecordTypeForm key={type?.lastModifiedDate} object={object} type={type} />;
      }}
    </QueryView>
  );
}

function RecordTypeForm({
  object,
  type,
}: {
  readonly object: string;
  readonly type: ComponentDescription | undefined;
}) {
  const t = useSetupObjectsText();
  const { data: session } = useSession();
  const compact = useDescribedComponents('CompactLayout', object);
  const backHref = `/setup/objects/${object}/recordTypes`;
  const part = usePartForm({
    type: 'RecordType',
    object,
    name: type && partName(type, object),
    initial: type?.metadata ?? blank,
    controls,
    backHref,
    missing: (elements) =>
      textOf(elements, 'label').trim() === '' ? { label: t('missing', { what: t('column.label') }) } : {},
    prepare: (elements, fullName) => ({
      components: [
        { type: 'RecordType', fullName, metadata: withoutBlanks(elements) },
        ...(type !== undefined
          ? []
          : [
              {
                type: 'Profile',
                fullName: session?.user?.profile ?? '',
                metadata: {
                  recordTypeVisibilities: [{ recordType: fullName, visible: true, default: false }],
                },
              },
            ]),
      ],
    }),
  });
  const { form, save } = part;
  const title = type === undefined ? t('recordType.new') : textOf(type.metadata, 'label');
  const layouts = (compact.data ?? []).map((each) => ({
    value: partName(each, object),
    label: textOf(each.metadata, 'label') || partName(each, object),
  }));
  return (
    <div className="console-list-page">
      <PageHeader
        title={title}
        lead={object}
        back={{ href: backHref, label: t('tab.recordTypes') }}
        actions={
          type !== undefined && (
            <DeleteComponent
              component={type}
              label={title}
              typed={partName(type, object)}
              loss={t('recordType.delete.loss')}
              nextHref={backHref}
              onDeleted={part.release}
            />
          )
        }
      />
      <Form onSubmit={save.save} aria-label={title}>
        <SaveProblems save={save} missing={part.shown} />
        <Card title={t('object.names')}>
          <PartNames part={part} isNew={type === undefined} />
          <ElementText
            form={form}
            name="description"
            label={t('object.description')}
            maxLength={255}
            isLong
            isOptional
          />
          <ElementFlag
            form={form}
            name="active"
            label={t('recordType.active')}
            description={t('recordType.active.what')}
          />
          {layouts.length > 0 && (
            <ElementSelect
              form={form}
              name="compactLayoutAssignment"
              label={t('recordType.compact')}
              isOptional
              options={layouts}
            />
          )}
        </Card>
        <Offers object={object} form={form} />
        <SaveBar save={save} cancelHref={backHref} />
      </Form>
      {part.question}
    </div>
  );
}

/** For each picklist of the object, which of its values records of this type may have. */
function Offers({ object, form }: { readonly object: string; readonly form: ElementForm }) {
  const t = useSetupObjectsText();
  const { data: fields } = useDescribedComponents('CustomField', object);
  const { data: sets } = useDescribedComponents('GlobalValueSet');
  const { data: described } = useDescribedObject(object);
  const picklists = useMemo(
    () =>
      picklistsOf(
        fields ?? [],
        described?.fields ?? [],
        new Map((sets ?? []).map(({ fullName, metadata }) => [fullName, metadata])),
      ),
    [fields, sets, described],
  );
  return picklists.map((picklist) => (
    <Card key={picklist.name} title={picklist.label} meta={t('recordType.values')}>
      <PicklistOffer picklist={picklist} form={form} />
    </Card>
  ));
}

function PicklistOffer({ picklist, form }: { readonly picklist: Picklist; readonly form: ElementForm }) {
  const t = useSetupObjectsText();
  const offer = offerOf(form.elements, picklist);
  const set = (next: Partial<typeof offer>) => {
    const { picklistValues } = withOffer(form.elements, picklist, { ...offer, ...next });
    form.set({ picklistValues });
  };
  const offered = picklist.values.filter(({ value }) => offer.values.includes(value));
  return (
    <>
      <CheckboxGroup
        label={t('recordType.offered', { label: picklist.label })}
        isLabelHidden
        isOptional
        options={picklist.values}
        value={offer.values}
        onChange={(values) => set({ values, default: values.find((value) => value === offer.default) })}
      />
      <Select
        label={t('recordType.default')}
        isOptional
        options={[{ value: NONE, label: t('recordType.default.none') }, ...offered]}
        value={offer.default ?? NONE}
        onChange={(value) => set({ default: value === NONE ? undefined : value })}
      />
    </>
  );
}
