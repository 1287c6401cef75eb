import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  Form,
  PageHeader,
  Stack,
  TextArea,
  TextField,
  useToasts,
} from '@muster/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useDeployRights } from '../../../data/setup-permissions.js';
import { useFrameText } from '../../../messages/frame/use-frame-text.js';
import { useSetupPermissionsText } from '../../../messages/setup-permissions/use-setup-permissions-text.js';
import { Refusal } from './refusal.js';
import { rightsHref } from './rights-list-scene.js';
import '../../../components/list-page.css';

/** Makes a permission set that gives nothing yet. */
export function NewSetScene() {
  const t = useSetupPermissionsText();
  const frame = useFrameText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const deploy = useDeployRights();
  const [label, setLabel] = useState('');
  const [ownName, setOwnName] = useState<string | null>(null);
  const [description, setDescription] = useState('');
  const [isTried, setTried] = useState(false);
  const name = ownName ?? apiName(label);
  const errors = {
    label: label.trim() === '' ? t('missing') : undefined,
    name: /^[A-Za-z](?!.*__)\w*(?<!_)$/.test(name) ? undefined : t('badName'),
  };
  const submit = () => {
    setTried(true);
    if (errors.label !== undefined || errors.name !== undefined) return;
    deploy.mutate(
      {
        components: [
          {
            type: 'PermissionSet',
            fullName: name,
            metadata: { label: label.trim(), description: description.trim() || undefined },
          },
        ],
      },
      {
        onSuccess: () => {
          toasts.show(t('made', { label }));
          void navigate(rightsHref({ type: 'PermissionSet', name }));
        },
      },
    );
  };
  return (
    <div className="console-list-page">
      <PageHeader
        title={t('new.title')}
        lead={t('new.lead')}
        back={{ href: '/setup/permissions', label: t('title') }}
      />
      <Form onSubmit={submit} aria-label={t('new.title')}>
        <Refusal error={deploy.error} />
        <Card>
          <Stack>
            <TextField
              label={t('new.label')}
              maxLength={80}
              value={label}
              onChange={setLabel}
              error={isTried ? errors.label : undefined}
            />
            <TextField
              label={t('new.name')}
              description={t('new.name.why')}
              maxLength={80}
              value={name}
              onChange={setOwnName}
              error={isTried ? errors.name : undefined}
            />
            <TextArea
              label={t('column.what')}
              isOptional
              maxLength={255}
              value={description}
              onChange={setDescription}
            />
          </Stack>
        </Card>
        <ButtonRow>
          <Button type="submit" variant="primary" isPending={deploy.isPending}>
            {t('new.make')}
          </Button>
          <ButtonLink href="/setup/permissions">{frame('action.cancel')}</ButtonLink>
        </ButtonRow>
      </Form>
    </div>
  );
}

/** A label as a name: letters, digits and single underscores, beginning with a letter. */
function apiName(label: string): string {
  return label
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^[^A-Za-z]+|_+$/g, '');
}
