import { Card, CheckboxGroup, Form, PageHeader, TextField, useToasts } from '@muster/ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { QueryView } from '../../../components/query-view.js';
import { useSession } from '../../../data/session.js';
import { type Elements, useComponents, useDescribedComponents } from '../../../data/setup-metadata.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { isApiName, proposeApiName } from './api-name.js';
import { textOf } from './elements.js';
import { FieldAccess } from './field-access.js';
import { type FieldGrant, type NamedElements, newFieldComponents } from './field-change.js';
import { FieldForm, missingInField } from './field-form.js';
import { fieldControls } from './field-types.js';
import { SaveBar, SaveProblems } from './save-bar.js';
import { useLeaveGuard } from './use-leave-guard.js';
import { useSave } from './use-save.js';
import '../../../components/list-page.css';
import './objects.css';

interface Surroundings {
  readonly grants: readonly FieldGrant[];
  readonly layouts: readonly NamedElements[];
}

/** Adds a field to an object, with the rights on it and its places on pages. */
export function NewFieldScene() {
  const { object = '' } = useParams();
  const { data: session } = useSession();
  const profiles = useComponents('Profile');
  const sets = useDescribedComponents('PermissionSet');
  const layouts = useDescribedComponents('Layout', object);
  const own = session?.user?.profile;
  const data: Surroundings | undefined = profiles.data &&
    sets.data &&
    layouts.data && {
      layouts: layouts.data,
      grants: [
        ...profiles.data.map(({ fullName }) => ({
          type: 'Profile' as const,
          fullName,
          metadata: {},
          access: fullName === own ? ('edit' as const) : ('none' as const),
        })),
        ...sets.data.map(({ fullName, metadata }) => ({
          type: 'PermissionSet' as const,
          fullName,
          metadata,
          access: 'none' as const,
        })),
      ],
    };
  const failed = [profiles, sets, layouts].find(({ isError }) => isError) ?? layouts;
  return (
    <QueryView
      isPage
      query={{ data, error: failed.error, isPending: !failed.isError, refetch: failed.refetch }}
    >
      {(given) => <NewFieldForm object={object} given={given} />}
    </QueryView>
  );
}

const blank: Elements = {};

function NewFieldForm({ object, given }: { readonly object: string; readonly given: Surroundings }) {
  const t = useSetupObjectsText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const [elements, setElements] = useState(blank);
  const [ownName, setOwnName] = useState<string | null>(null);
  const [grants, setGrants] = useState(given.grants);
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    given.layouts.map(({ fullName }) => fullName),
  );
  const [isTried, setTried] = useState(false);
  const guard = useLeaveGuard(elements !== blank);
  const apiName = ownName ?? proposeApiName(textOf(elements, 'label'));
  const fullName = `${object}.${apiName}__c`;
  const missing = {
    ...missingInField(elements, t),
    ...(isApiName(apiName) ? {} : { apiName: t('apiName.bad') }),
  };
  const back = `/setup/objects/${object}/fields`;
  const save = useSave({
    about: { type: 'CustomField', fullName },
    elements: fieldControls,
    build: () => {
      setTried(true);
      if (Object.keys(missing).length > 0) return undefined;
      const layouts = given.layouts.filter((layout) => chosen.includes(layout.fullName));
      return { components: newFieldComponents({ fullName, metadata: elements }, grants, layouts) };
    },
    onSaved: () => {
      guard.release();
      toasts.show(t('field.created', { label: textOf(elements, 'label') }));
      void navigate(back);
    },
  });
  const shown: Readonly<Record<string, string>> = isTried ? missing : {};
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
      <PageHeader title={t('field.new')} lead={object} back={{ href: back, label: object }} />
      <Form onSubmit={save.save} aria-label={t('field.new')}>
        <SaveProblems save={save} missing={Object.values(shown)} />
        <FieldForm
          form={form}
          object={object}
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
        <FieldAccess
          grants={grants}
          labelOf={({ fullName: name, metadata }) => textOf(metadata, 'label') || name}
          onChange={setGrants}
        />
        {given.layouts.length > 0 && (
          <Card title={t('field.layouts')}>
            <CheckboxGroup
              label={t('field.layouts.what')}
              isOptional
              options={given.layouts.map((layout) => ({
                value: layout.fullName,
                label: layout.fullName.slice(object.length + 1),
              }))}
              value={chosen}
              onChange={setChosen}
            />
          </Card>
        )}
        <SaveBar save={save} cancelHref={back} saveLabel={t('field.create')} />
      </Form>
      {guard.question}
    </div>
  );
}
