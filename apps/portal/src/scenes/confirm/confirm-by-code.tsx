import { Alert, Button, ErrorSummary, Form, Link, Stack, TextField, useFormats } from '@muster/ui';
import { useState } from 'react';
import { PageHead } from '../../components/page-head.js';
import { PasswordField } from '../../components/password-field.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { useConfirm, useResend } from '../../data/session.js';
import { useAccountText } from '../../messages/account/use-account-text.js';
import { readPending } from './pending-account.js';
import { needsPassword, useConfirmProblem } from './use-confirm-problem.js';

/** The code from the e-mail, and a new one when none has come. */
export function ConfirmByCode({ onConfirmed }: { readonly onConfirmed: () => void }) {
  const t = useAccountText();
  const known = readPending()?.email;
  const [email, setEmail] = useState(known ?? '');
  return (
    <>
      <PageHead
        title={t('confirm.title')}
        lead={
          known === undefined
            ? t('confirm.leadNoEmail')
            : t.rich('confirm.lead', { email: known, strong: (words) => <strong>{words}</strong> })
        }
      />
      <Stack gap="section">
        <CodeForm
          email={email}
          onEmailChange={known === undefined ? setEmail : undefined}
          onConfirmed={onConfirmed}
        />
        <NothingCame email={email} />
      </Stack>
    </>
  );
}

function CodeForm({
  email,
  onEmailChange,
  onConfirmed,
}: {
  readonly email: string;
  readonly onEmailChange: ((email: string) => void) | undefined;
  readonly onConfirmed: () => void;
}) {
  const t = useAccountText();
  const confirm = useConfirm();
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [isPasswordAsked, askPassword] = useState(false);
  const [missing, setMissing] = useState<string>();
  const problem = useConfirmProblem(confirm.error, isPasswordAsked);
  const wrong = missing === undefined ? problem : { fieldId: 'code', message: missing };

  const submit = () => {
    const digits = code.replace(/\D/g, '');
    setMissing(digits.length === 6 ? undefined : t('confirm.code.missing'));
    if (digits.length !== 6) return;
    confirm.mutate(
      { email, code: digits, ...(isPasswordAsked ? { password } : {}) },
      { onSuccess: onConfirmed, onError: (error) => needsPassword(error) && askPassword(true) },
    );
  };

  return (
    <Form onSubmit={submit}>
      <ErrorSummary problems={wrong === undefined ? [] : [wrong]} />
      {onEmailChange && (
        <TextField
          id="email"
          type="email"
          label={t('create.email')}
          autoComplete="email"
          value={email}
          onChange={onEmailChange}
        />
      )}
      <TextField
        id="code"
        label={t('confirm.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        width={8}
        value={code}
        onChange={setCode}
        error={wrong?.fieldId === 'code' ? wrong.message : undefined}
      />
      {isPasswordAsked && (
        <PasswordField
          id="password"
          label={t('confirm.password')}
          description={t('confirm.password.why')}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={wrong?.fieldId === 'password' ? wrong.message : undefined}
        />
      )}
      <Button type="submit" variant="primary" isFullWidth isPending={confirm.isPending}>
        {t('confirm.submit')}
      </Button>
    </Form>
  );
}

function NothingCame({ email }: { readonly email: string }) {
  const t = useAccountText();
  const formats = useFormats();
  const resend = useResend();
  return (
    <section>
      <div className="mu-prose po-section-head">
        <h2>{t('confirm.notThere.title')}</h2>
        <p>{t('confirm.notThere.text')}</p>
      </div>
      <Stack>
        {resend.isSuccess && (
          <Alert tone="success" isLive>
            {t('confirm.resent', { time: formats.time(new Date(resend.submittedAt)) })}
          </Alert>
        )}
        <ProblemAlert title={t('confirm.notResent')} error={resend.error} />
        <Button
          isPending={resend.isPending}
          isDisabled={email === ''}
          onPress={() => resend.mutate({ email })}
        >
          {t('confirm.resend')}
        </Button>
        <Link href="/create-account">{t('confirm.otherAddress')}</Link>
      </Stack>
    </section>
  );
}
