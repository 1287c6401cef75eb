import { Button, ButtonLink, ButtonRow, ErrorSummary, Form } from '@muster/ui';
import { useState } from 'react';
import { PageHead } from '../../components/page-head.js';
import { PasswordField } from '../../components/password-field.js';
import { useConfirm } from '../../data/session.js';
import { useAccountText } from '../../messages/account/use-account-text.js';
import { isOldProof, needsPassword, useConfirmProblem } from './use-confirm-problem.js';

/** One tap after the link in the e-mail: programs that look at links in mails confirm nothing. */
export function ConfirmByLink({
  link,
  onConfirmed,
}: {
  readonly link: string;
  readonly onConfirmed: () => void;
}) {
  const t = useAccountText();
  const confirm = useConfirm();
  const [password, setPassword] = useState('');
  const [isPasswordAsked, askPassword] = useState(false);
  const wrong = useConfirmProblem(confirm.error, isPasswordAsked);
  if (isOldProof(confirm.error)) return <OldLink />;
  const submit = () =>
    confirm.mutate(
      { link, ...(isPasswordAsked ? { password } : {}) },
      { onSuccess: onConfirmed, onError: (error) => needsPassword(error) && askPassword(true) },
    );
  return (
    <>
      <PageHead title={t('confirmLink.title')} lead={t('confirmLink.lead')} />
      <Form onSubmit={submit}>
        <ErrorSummary problems={wrong === undefined ? [] : [wrong]} />
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
          {t('confirmLink.submit')}
        </Button>
      </Form>
    </>
  );
}

function OldLink() {
  const t = useAccountText();
  return (
    <>
      <PageHead title={t('confirmLink.old.title')} lead={t('confirmLink.old.text')} />
      <ButtonRow>
        <ButtonLink variant="primary" href="/sign-in">
          {t('signIn.submit')}
        </ButtonLink>
        <ButtonLink href="/confirm">{t('confirmLink.newCode')}</ButtonLink>
      </ButtonRow>
    </>
  );
}
