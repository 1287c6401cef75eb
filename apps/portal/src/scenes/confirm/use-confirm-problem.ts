import { readProblem } from '@muster/ui';
import { useProblemText } from '../../hooks/use-problem-text.js';
import { useAccountText } from '../../messages/account/use-account-text.js';

/** Whether the server asks for the password, because this is not the browser the account was made in. */
export function needsPassword(error: unknown): boolean {
  return codeOf(error) === 'PASSWORD_REQUIRED';
}

/** Whether the code or link is wrong, was used, or is too old. */
export function isOldProof(error: unknown): boolean {
  return codeOf(error) === 'INVALID_VERIFICATION_CODE';
}

/** Why a confirmation failed, and at which field to say so. */
export function useConfirmProblem(
  error: unknown,
  isPasswordAsked: boolean,
): { readonly fieldId: string | undefined; readonly message: string } | undefined {
  const t = useAccountText();
  const text = useProblemText();
  if (error === null) return undefined;
  if (needsPassword(error)) {
    return isPasswordAsked ? { fieldId: 'password', message: t('confirm.password.wrong') } : undefined;
  }
  if (isOldProof(error)) return { fieldId: 'code', message: t('confirm.code.wrong') };
  return { fieldId: undefined, message: text(readProblem(error)) };
}

function codeOf(error: unknown): string | undefined {
  const problem = readProblem(error);
  return problem.kind === 'Refused' ? problem.code : undefined;
}
