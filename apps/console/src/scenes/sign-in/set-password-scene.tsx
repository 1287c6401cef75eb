import {
  BrandMark,
  Button,
  ErrorSummary,
  Form,
  Link,
  readProblem,
  Skeleton,
  TextField,
  useDocumentTitle,
} from '@muster/ui';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { portalAddress } from '../../data/portal-address.js';
import { usePasswordLink, useSession, useSetPassword } from '../../data/session.js';
import { useProblemText } from '../../hooks/use-problem-text.js';
import { useFrameText } from '../../messages/frame/use-frame-text.js';
import './sign-in-scene.css';

/** Chooses a password by a link out of a mail; afterwards the person is signed in. */
export function SetPasswordScene() {
  const t = useFrameText();
  const [params] = useSearchParams();
  const link = params.get('link') ?? '';
  const { data: session } = useSession();
  const owner = usePasswordLink(link);
  useDocumentTitle(t('password.title'));
  return (
    <div className="console-sign-in">
      <main className="console-sign-in-box">
        <BrandMark />
        <p className="console-sign-in-agency">{session?.agency.name}</p>
        <h1>{t('password.title')}</h1>
        {owner.isPending ? (
          <Skeleton shape="text" count={4} />
        ) : owner.data === undefined ? (
          <LinkIsBad error={owner.error} />
        ) : (
          <PasswordForm link={link} owner={owner.data} />
        )}
      </main>
    </div>
  );
}

function LinkIsBad({ error }: { readonly error: unknown }) {
  const t = useFrameText();
  const problemText = useProblemText();
  const problem = readProblem(error);
  return (
    <>
      <p>{problem.kind === 'Refused' ? t('password.bad') : problemText(problem)}</p>
      <p>
        <Link href="/sign-in">{t('password.toSignIn')}</Link>
      </p>
    </>
  );
}

const problems = ['too_short', 'too_long', 'too_common', 'too_personal'] as const;

function PasswordForm({
  link,
  owner,
}: {
  readonly link: string;
  readonly owner: { readonly username: string; readonly name: string };
}) {
  const t = useFrameText();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const setPassword = useSetPassword();
  const [password, setText] = useState('');
  const refusal = setPassword.error && readProblem(setPassword.error);
  const known =
    refusal?.kind === 'Refused' ? problems.find((problem) => problem === refusal.message) : undefined;
  const error = known === undefined ? undefined : t(`password.${known}`);
  const other =
    refusal === null || refusal === undefined || known !== undefined
      ? undefined
      : refusal.kind === 'Refused'
        ? t('password.bad')
        : problemText(refusal);
  const submit = () =>
    setPassword.mutate(
      { link, password },
      {
        onSuccess: ({ apps }) => {
          if (apps.includes('console')) void navigate('/', { replace: true });
          else window.location.assign(portalAddress('/'));
        },
      },
    );
  return (
    <Form onSubmit={submit} aria-label={t('password.title')}>
      <p>{t('password.of', owner)}</p>
      <ErrorSummary
        problems={[error, other].flatMap((message) => (message === undefined ? [] : [{ message }]))}
      />
      <TextField
        id="password"
        label={t('password.new')}
        description={t('password.rule')}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setText}
        error={error}
      />
      <Button type="submit" variant="primary" isFullWidth isPending={setPassword.isPending}>
        {t('password.save')}
      </Button>
    </Form>
  );
}
