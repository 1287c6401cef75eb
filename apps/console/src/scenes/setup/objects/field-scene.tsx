import type { ComponentDescription } from '@muster/client';
import { Alert, ButtonLink, Card, DefinitionList, Form, PageHeader, Skeleton, useToasts } from '@muster/ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { QueryView } from '../../../components/query-view.js';
import { type Elements, useDescribedComponents } from '../../../data/setup-metadata.js';
import { partOf, useDescribedObject } from '../../../data/setup-objects.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { NotFoundScene } from '../../not-found/not-found-scene.js';
import { DeleteComponent } from './delete-component.js';
import { insideOf, textOf } from './elements.js';
import { FieldForm, missingInField } from './field-form.js';
import { type FieldRow, fieldRows } from './field-rows.js';
import { fieldControls, fieldTypeOf } from './field-types.js';
import { withoutBlanks } from './new-object.js';
import { SaveBar, SaveProblems } from './save-bar.js';
import { useFieldTypeText } from './use-field-type-text.js';
import { useLeaveGuard } from './use-leave-guard.js';
import { useSave } from './use-save.js';
import '../../../components/list-page.css';
import './objects.css';

/** One field: changed or deleted where it was added, told of where it comes with the platform. */
export function FieldScene() {
  const { object = '', field = '' } = useParams();
  const fields = useDescribedComponents('CustomField', object);
  const described = useDescribedObject(object);
  const fullName = `${object}.${field}`.toLowerCase();
  const component = fields.data?.find((each) => each.fullName.toLowerCase() === fullName);
  return (
    <QueryView query={fields} isPage skeleton={<Skeleton shape="page" />}>
      {() => {
        if (component?.fullName.endsWith('__c'))
          return <EditField key={component.lastModifiedDate} object={object} component={component} />;
        if (described.isPending) return <Skeleton shape="page" />;
        const row = fieldRows([], described.data?.fields ?? [], new Set()).find(({ name }) => name === field);
        return row === undefined ? <NotFoundScene /> : <StandardField object={object} row={row} />;
      }}
    </QueryView>
  );
}

function EditField({
  object,
  component,
}: {
  readonly object: string;
  readonly component: ComponentDescription;
}) {
  const t = useSetupObjectsText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const { metadata: saved, fullName, solution } = component;
  const [elements, setElements] = useState<Elements>(saved);
  const [isTried, setTried] = useState(false);
  const guard = useLeaveGuard(elements !== saved);
  const missing = missingInField(elements, t);
  const label = textOf(saved, 'label');
  const back = `/setup/objects/${object}/fields`;
  const save = useSave({
    about: component,
    elements: fieldControls,
    build: () => {
      setTried(true);
      if (Object.keys(missing).length > 0) return undefined;
      return { components: [{ type: 'CustomField', fullName, metadata: withoutBlanks(elements) }] };
    },
    onSaved: () => {
      guard.release();
      toasts.show(t('saved', { label }));
      void navigate(back);
    },
  });
  const shown: Readonly<Record<string, string>> = isTried ? missing : {};
  const form = {
    elements,
    saved,
    errors: { ...save.problems.elements, ...shown },
    set: (changes: Elements) => {
      save.forget();
      setElements((before) => ({ ...before, ...changes }));
    },
  };
  const isDependent = textOf(insideOf(saved, 'valueSet'), 'controllingField') !== '';
  const isPicklist = ['Picklist', 'MultiselectPicklist'].includes(textOf(saved, 'type'));
  return (
    <div className="console-list-page">
      <PageHeader
        title={label}
        lead={<span className="setup-api-name">{fullName}</span>}
        back={{ href: back, label: object }}
        actions={
          <>
            {isPicklist && (
              <ButtonLink href={`/setup/objects/${object}/fields/${partOf(fullName)}/dependency`}>
                {t(isDependent ? 'dependency.edit' : 'dependency.new')}
              </ButtonLink>
            )}
            <DeleteComponent
              component={component}
              label={label}
              typed={partOf(fullName)}
              loss={t('field.delete.loss', { label })}
              nextHref={back}
              onDeleted={guard.release}
            />
          </>
        }
      />
      {solution !== null && <Alert tone="info">{t('field.shipped', { solution })}</Alert>}
      {fieldTypeOf(saved) === undefined ? (
        <Alert tone="info">{t('field.noForm', { type: textOf(saved, 'type') })}</Alert>
      ) : (
        <Form onSubmit={save.save} aria-label={label}>
          <SaveProblems save={save} missing={Object.values(shown)} />
          <FieldForm form={form} object={object} />
          <SaveBar save={save} cancelHref={back} />
        </Form>
      )}
      {guard.question}
    </div>
  );
}

function StandardField({ object, row }: { readonly object: string; readonly row: FieldRow }) {
  const t = useSetupObjectsText();
  const typeText = useFieldTypeText();
  const answer = (is: boolean) => t(is ? 'yes' : 'no');
  return (
    <div className="console-list-page">
      <PageHeader
        title={row.label}
        lead={<span className="setup-api-name">{`${object}.${row.name}`}</span>}
        back={{ href: `/setup/objects/${object}/fields`, label: object }}
      />
      <Card title={t('tab.details')}>
        <p className="mu-muted">{t('field.standard')}</p>
        <DefinitionList
          layout="columns"
          items={[
            { term: t('column.type'), value: typeText(row.type) },
            { term: t('column.required'), value: answer(row.isRequired) },
            { term: t('column.unique'), value: answer(row.isUnique) },
            { term: t('column.indexed'), value: answer(row.isIndexed) },
          ]}
        />
      </Card>
    </div>
  );
}
