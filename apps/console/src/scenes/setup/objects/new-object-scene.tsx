import { Checkbox, Form, PageHeader, TextField, useToasts } from '@muster/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../../../data/session.js';
import type { Elements } from '../../../data/setup-metadata.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { isApiName, proposeApiName } from './api-name.js';
import { insideOf, textOf } from './elements.js';
import { blankObject, newObjectComponents } from './new-object.js';
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

/** Makes an object, with a list, a page, a tab and the rights of whoever makes it. */
export function NewObjectScene() {
  const t = useSetupObjectsText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const { data: session } = useSession();
  const [elements, setElements] = useState<Elements>(blankObject);
  const [ownName, setOwnName] = useState<string | null>(null);
  const [hasTab, setHasTab] = useState(true);
  const [isTried, setTried] = useState(false);
  const guard = useLeaveGuard(elements !== blankObject);
  const apiName = ownName ?? proposeApiName(textOf(elements, 'label'));
  const missing = missingIn(elements, apiName, t);
  const save = useSave({
    about: { type: 'CustomObject', fullName: `${apiName}__c` },
    elements: controls,
    build: () => {
      setTried(true);
      if (Object.keys(missing).length > 0) return undefined;
      const given = { apiName, elements: withNameLabel(elements, t('object.nameLabel.default')), hasTab };
      const texts = { allLabel: t('list.all'), informationLabel: t('layout.information') };
      return {
        components: newObjectComponents({ ...given, ...texts, profile: session?.user?.profile ?? '' }),
      };
    },
    onSaved: () => {
      guard.release();
      toasts.show(t('object.created', { label: textOf(elements, 'label') }));
      void navigate(`/setup/objects/${apiName}__c/fields`);
    },
  });
  const shown = isTried ? missing : {};
  const form = {
    elements,
    errors: { ...save.problems.elements, ...shown },
    set: (changes: Elements) => {
      save.forget();
      setElements((before) => ({ ...before, ...changes }));
    },
  };
  return (
    <div className="console-list-page">
      <PageHeader title={t('object.new')} back={{ href: '/setup/objects', label: t('title') }} />
      <Form onSubmit={save.save} aria-label={t('object.new')}>
        <SaveProblems save={save} missing={Object.values(shown)} />
        <ObjectFields
          form={form}
          isCustom
          apiName={
            <TextField
              label={t('object.apiName')}
              description={t('object.apiName.what')}
              suffix="__c"
              width={30}
              maxLength={40}
              value={apiName}
              onChange={(name) => {
                save.forget();
                setOwnName(name);
              }}
              error={form.errors.apiName}
            />
          }
        />
        <Checkbox isSelected={hasTab} onChange={setHasTab} description={t('object.tab.what')}>
          {t('object.tab')}
        </Checkbox>
        <SaveBar save={save} cancelHref="/setup/objects" saveLabel={t('object.create')} />
      </Form>
      {guard.question}
    </div>
  );
}

function withNameLabel(elements: Elements, otherwise: string): Elements {
  const nameField = insideOf(elements, 'nameField');
  const label = textOf(nameField, 'label').trim();
  return { ...elements, nameField: { ...nameField, label: label === '' ? otherwise : label } };
}

function missingIn(
  elements: Elements,
  apiName: string,
  t: ReturnType<typeof useSetupObjectsText>,
): Readonly<Record<string, string>> {
  return {
    ...(textOf(elements, 'label').trim() === '' ? { label: t('missing', { what: t('object.label') }) } : {}),
    ...(textOf(elements, 'pluralLabel').trim() === ''
      ? { pluralLabel: t('missing', { what: t('object.plural') }) }
      : {}),
    ...(isApiName(apiName) ? {} : { apiName: t('apiName.bad') }),
  };
}
