import {
  BrandMark,
  Button,
  ErrorSummary,
  Form,
  type FormProblem,
  LanguagesIcon,
  Link,
  localeNames,
  locales,
  readProblem,
  TextField,
  ThemeSwitch,
  useDocumentTitle,
  useLocaleSwitch,
} from '@muster/ui';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { portalAddress } from '../../data/portal-address.js';
import { useForgotPassword, useSession, useSignIn } from '../../data/session.js';
import { useProblemText } from '../../hooks/use-problem-text.js';
import { useFrameText } from '../../messages/frame/use-frame-text.js';
import { nextPath } from './next-path.js';
import './sign-in-scene.css';

/** E-mail address and password; afterwards the page somebody wanted to see. */
export function SignInScene() {
  const t = useFrameText();
  const [params] = useSearchParams();
  const { data: session } = useSession();
  useDocumentTitle(t('signIn.title'));
  if (session?.user) return <Navigate to={nextPath(params.get('next'))} replace />;
  return (
    <div className="console-sign-in">
      <main className="console-sign-in-box">
        <BrandMark />
        <p className="console-sign-in-agency">{session?.agency.name}</p>
        <h1>{t('signIn.title')}</h1>
        <p className="mu-muted">{t('signIn.lead')}</p>
        <SignInForm />
        <ForgotPassword />
        <p className="console-sign-in-other">
          {t.rich('signIn.candidate', {
            portal: (words) => <Link href={portalAddress('/')}>{words}</Link>,
          })}
        </p>
      </main>
      <footer className="console-sign-in-foot">
        <OtherLanguages />
        <ThemeSwitch />
      </footer>
    </div>
  );
}

function OtherLanguages() {
  const { locale, setLocale } = useLocaleSwitch();
  return locales
    .filter((other) => other !== locale)
    .map((other) => (
      <Button key={other} variant="quiet" icon={LanguagesIcon} onPress={() => setLocale(other)}>
        <span lang={other}>{localeNames[other]}</span>
      </Button>
    ));
}

function SignInForm() {
  const t = useFrameText();
  const problemText = useProblemText();
  const signIn = useSignIn();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const missing = {
    username: isTried && username.trim() === '' ? t('signIn.missing.email') : undefined,
    password: isTried && password === '' ? t('signIn.missing.password') : undefined,
  };
  const problems: readonly FormProblem[] = [
    ...(missing.username === undefined ? [] : [{ fieldId: 'username', message: missing.username }]),
    ...(missing.password === undefined ? [] : [{ fieldId: 'password', message: missing.password }]),
    ...(signIn.error && !signIn.isPending ? [{ message: refusal(signIn.error) }] : []),
  ];

  function refusal(error: Error): string {
    const problem = readProblem(error);
    return problem.kind === 'Refused' ? t('signIn.wrong') : problemText(problem);
  }

  const submit = () => {
    setTried(true);
    if (username.trim() === '' || password === '') return;
    signIn.mutate({ username: username.trim(), password });
  };

  return (
    <Form onSubmit={submit} aria-label={t('signIn.title')}>
      <ErrorSummary problems={problems} />
      <TextField
        id="username"
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        value={username}
        onChange={setUsername}
        error={missing.username}
      />
      <TextField
        id="password"
        label={t('signIn.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={missing.password}
      />
      <Button type="submit" variant="primary" isFullWidth isPending={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </Form>
  );
}

/** Sends a link for a new password, in the place of the form that did not help. */
function ForgotPassword() {
  const t = useFrameText();
  const problemText = useProblemText();
  const forgot = useForgotPassword();
  const [isOpen, setOpen] = useState(false);
  const [username, setUsername] = useState('');
  if (!isOpen) {
    return (
      <Button variant="quiet" onPress={() => setOpen(true)}>
        {t('password.forgot')}
      </Button>
    );
  }
  if (forgot.isSuccess) return <p role="status">{t('password.forgot.done')}</p>;
  return (
    <Form
      aria-label={t('password.forgot.title')}
      onSubmit={() => username.trim() !== '' && forgot.mutate({ username: username.trim() })}
    >
      {forgot.error && <ErrorSummary problems={[{ message: problemText(readProblem(forgot.error)) }]} />}
      <TextField
        id="forgot-username"
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        value={username}
        onChange={setUsername}
      />
      <Button type="submit" isPending={forgot.isPending}>
        {t('password.forgot.send')}
      </Button>
    </Form>
  );
}
