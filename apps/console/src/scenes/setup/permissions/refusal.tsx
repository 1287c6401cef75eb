import { Alert, readProblem } from '@muster/ui';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { DeployRefused } from '../../../data/setup-permissions.js';
import { useSetupPermissionsText } from '../../../messages/setup-permissions/use-setup-permissions-text.js';

/** What stood in the way of a deploy, sentence by sentence. */
export function Refusal({ error }: { readonly error: Error | null }) {
  const t = useSetupPermissionsText();
  if (!(error instanceof DeployRefused)) return <ProblemAlert problem={error && readProblem(error)} />;
  return (
    <Alert tone="error" title={t('refused')} isLive>
      {error.messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </Alert>
  );
}
