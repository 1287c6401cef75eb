import type { ComponentDescription } from '@muster/client';
import { Alert, Badge, Button, PageHeader, type TabItem, Tabs, useToasts } from '@muster/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { QueryView } from '../../../components/query-view.js';
import {
  type RightsChoices,
  useDeployRights,
  useRights,
  useRightsChoices,
} from '../../../data/setup-permissions.js';
import { useSetupPermissionsText } from '../../../messages/setup-permissions/use-setup-permissions-text.js';
import { DeleteSet } from './delete-set.js';
import { FieldRights } from './field-rights.js';
import { HoldersList } from './holders-list.js';
import { ObjectRights } from './object-rights.js';
import { Refusal } from './refusal.js';
import { isGiven, type Rights, type SetType } from './rights-draft.js';
import { SwitchList } from './switch-list.js';
import { useUserPermissions } from './use-user-permissions.js';
import './permissions.css';

/** One permission set or profile: every right it gives, changed as a draft and saved by one deploy. */
export function RightsScene() {
  const { type, name = '' } = useParams();
  const kind: SetType = type === 'Profile' ? 'Profile' : 'PermissionSet';
  const rights = useRights(kind, name);
  const choices = useRightsChoices();
  return (
    <QueryView query={rights} isPage>
      {(component) => (
        <QueryView query={choices} isPage>
          {(known) => (
            <RightsPage key={`${kind} ${name}`} type={kind} component={component} choices={known} />
          )}
        </QueryView>
      )}
    </QueryView>
  );
}

function RightsPage({
  type,
  component,
  choices,
}: {
  readonly type: SetType;
  readonly component: ComponentDescription;
  readonly choices: RightsChoices;
}) {
  const t = useSetupPermissionsText();
  const toasts = useToasts();
  const deploy = useDeployRights();
  const { fullName } = component;
  const [changed, setDraft] = useState<Rights | null>(null);
  const draft = changed ?? component.metadata;
  const isChanged = changed !== null;
  const label = typeof draft.label === 'string' ? draft.label : fullName;
  const tabs = useRightsTabs({ type, name: fullName, draft, choices, onChange: setDraft });
  const save = () =>
    deploy.mutate(
      { components: [{ type, fullName, metadata: draft }] },
      {
        onSuccess: () => {
          setDraft(null);
          toasts.show(t('saved', { label }));
        },
      },
    );
  return (
    <>
      <PageHeader
        title={label}
        badge={<Badge>{t(`type.${type}`)}</Badge>}
        lead={typeof draft.description === 'string' ? draft.description : fullName}
        back={{ href: '/setup/permissions', label: t('title') }}
        actions={
          <>
            <Button variant="primary" isDisabled={!isChanged} isPending={deploy.isPending} onPress={save}>
              {t('save')}
            </Button>
            <Button isDisabled={!isChanged} onPress={() => setDraft(null)}>
              {t('discard')}
            </Button>
            {type === 'PermissionSet' && component.solution === null && (
              <DeleteSet name={fullName} label={label} />
            )}
          </>
        }
      />
      <Refusal error={deploy.error} />
      {isChanged && <Alert tone="info" title={t('unsaved')} isLive />}
      {isGiven(draft, type, 'userPermissions', 'ModifyAllData') && (
        <Alert tone="warning" title={t('allData')} />
      )}
      <div className="setup-rights">
        <Tabs label={t('tabs')} tabs={tabs} />
      </div>
    </>
  );
}

function useRightsTabs({
  type,
  name,
  draft,
  choices,
  onChange,
}: {
  readonly type: SetType;
  readonly name: string;
  readonly draft: Rights;
  readonly choices: RightsChoices;
  readonly onChange: (rights: Rights) => void;
}): readonly TabItem[] {
  const t = useSetupPermissionsText();
  const permissions = useUserPermissions();
  const part = { type, rights: draft, onChange };
  return [
    {
      id: 'objects',
      label: t('tab.objects'),
      content: <ObjectRights rights={draft} objects={choices.objects} onChange={onChange} />,
    },
    {
      id: 'fields',
      label: t('tab.fields'),
      content: <FieldRights rights={draft} objects={choices.objects} onChange={onChange} />,
    },
    {
      id: 'user',
      label: t('tab.userPermissions'),
      content: <SwitchList {...part} list="userPermissions" options={permissions} />,
    },
    {
      id: 'custom',
      label: t('tab.customPermissions'),
      content: (
        <SwitchList
          {...part}
          list="customPermissions"
          options={choices.customPermissions.map((each) => ({
            name: each,
            label: each.replaceAll('_', ' '),
          }))}
        />
      ),
    },
    {
      id: 'recordTypes',
      label: t('tab.recordTypes'),
      content: <SwitchList {...part} list="recordTypeVisibilities" options={choices.recordTypes} />,
    },
    {
      id: 'tabs',
      label: t('tab.tabs'),
      content: (
        <SwitchList
          {...part}
          list="tabs"
          options={choices.tabs.map((each) => ({ name: each, label: each.replaceAll('_', ' ') }))}
        />
      ),
    },
    { id: 'holders', label: t('tab.holders'), content: <HoldersList type={type} name={name} /> },
  ];
}
