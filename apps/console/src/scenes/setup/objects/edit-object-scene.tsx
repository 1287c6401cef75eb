import { Form, PageHeader, Skeleton, useToasts } from '@muster/ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { QueryView } from '../../../components/query-view.js';
import { type Elements, useDescribedComponents } from '../../../data/setup-metadata.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { textOf } from './elements.js';
import { withoutBlanks } from './new-object.js';
import { ObjectFields } from './object-fields.js';
import { SaveBar, SaveProblems } from './save-bar.js';
import { useLeaveGuard } from './use-leave-guard.js';
import { useSave } from './use-save.js';
import '../../../components/list-page.css';
import './objects.css';

const controls = new Set([
  'label',
  'pluralLabel',
  'description',
  'nameField',
  'displayFormat',
  'sharingModel',
]);

/** Changes an object itself. */
export function EditObjectScene() {
  const { object = '' } = useParams();
  const objects = useDescribedComponents('CustomObject');
  return (
    <QueryView query={objects} isPage skeleton={<Skeleton shape="page" />}>
      {(all) => (
        <EditForm object={object} saved={all.find(({ fullName }) => fullName === object)?.metadata ?? {}} />
      )}
    </QueryView>
  );
}

function EditForm({ object, saved }: { readonly object: string; readonly saved: Elements }) {
  const t = useSetupObjectsText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const [changes, setChanges] = useState<Elements>({});
  const guard = useLeaveGuard(Object.keys(changes).length > 0);
  const back = `/setup/objects/${object}/details`;
  const label = textOf(saved, 'label') || object;
  const isCustom = object.endsWith('__c');
  const save = useSave({
    about: { type: 'CustomObject', fullName: object },
    elements: controls,
    build: () => ({
      components: [{ type: 'CustomObject', fullName: object, metadata: withoutBlanks(changes) }],
    }),
    onSaved: () => {
      guard.release();
      toasts.show(t('saved', { label }));
      void navigate(back);
    },
  });
  const form = {
    elements: { ...saved, ...changes },
    errors: save.problems.elements,
    set: (next: Elements) => {
      save.forget();
      setChanges((before) => ({ ...before, ...next }));
    },
  };
  return (
    <div className="console-list-page">
      <PageHeader title={t('object.edit', { label })} back={{ href: back, label }} />
      <Form onSubmit={save.save} aria-label={t('object.edit', { label })}>
        <SaveProblems save={save} missing={[]} />
        <ObjectFields form={form} isCustom={isCustom} />
        <SaveBar save={save} cancelHref={back} />
      </Form>
      {guard.question}
    </div>
  );
}
