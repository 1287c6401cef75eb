import type { DeployInFull } from '@muster/client';
import { Alert, Badge, type BadgeTone, Button, ButtonLink, ButtonRow, ErrorSummary } from '@muster/ui';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useFrameText } from '../../../messages/frame/use-frame-text.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import type { Save } from './use-save.js';

/** All that is wrong with a form, in one place above it. */
export function SaveProblems({
  save,
  missing,
}: {
  readonly save: Save;
  readonly missing: readonly string[];
}) {
  const { elements, others } = save.problems;
  const messages = [...new Set([...missing, ...Object.values(elements), ...others])];
  return (
    <>
      <ProblemAlert problem={save.problem} />
      <ErrorSummary problems={messages.map((message) => ({ message }))} />
    </>
  );
}

export interface SaveBarProps {
  readonly save: Save;
  readonly cancelHref: string;
  readonly saveLabel?: string | undefined;
}

/** Saves, shows what saving would change, or leaves. */
export function SaveBar({ save, cancelHref, saveLabel }: SaveBarProps) {
  const t = useSetupObjectsText();
  const frame = useFrameText();
  return (
    <>
      {save.checked !== undefined && <Changes result={save.checked} />}
      <ButtonRow>
        <Button type="submit" variant="primary" isPending={save.isSaving}>
          {saveLabel ?? frame('action.save')}
        </Button>
        <Button onPress={save.check} isPending={save.isChecking}>
          {t('check')}
        </Button>
        <ButtonLink href={cancelHref}>{frame('action.cancel')}</ButtonLink>
      </ButtonRow>
    </>
  );
}

const tones: Readonly<Record<string, BadgeTone>> = {
  created: 'success',
  changed: 'info',
  deleted: 'danger',
};

/** What a change would do, component by component. */
function Changes({ result }: { readonly result: DeployInFull }) {
  const t = useSetupObjectsText();
  const changes = result.components.filter(({ status }) => status !== 'unchanged');
  return (
    <Alert tone="info" title={t(changes.length === 0 ? 'check.nothing' : 'check.title')} isLive>
      {changes.length > 0 && (
        <ul className="setup-changes">
          {changes.map(({ type, fullName, status, note, problems }) => (
            <li key={`${type} ${fullName}`}>
              <Badge tone={tones[status] ?? 'neutral'}>{t(`status.${status}`)}</Badge>{' '}
              <span className="setup-api-name">
                {type} {fullName}
              </span>
              {note !== undefined && <p className="mu-muted">{note}</p>}
              {problems.map(({ message }) => (
                <p key={message} className="mu-muted">
                  {message}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
