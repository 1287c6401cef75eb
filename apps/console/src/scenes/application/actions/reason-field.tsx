import { TextArea } from '@muster/ui';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import type { ActionFormState } from './use-action-form.js';

export interface ReasonFieldProps {
  readonly form: Pick<ActionFormState<{ readonly reason: string }>, 'values' | 'change' | 'errors'>;
  readonly isOptional?: boolean;
  /** Whether the candidate reads it; else it stands in the history for staff. */
  readonly isTold?: boolean;
  /** In characters. */
  readonly longest?: number;
}

/** Why a change is made. */
export function ReasonField({ form, isOptional, isTold = false, longest = 255 }: ReasonFieldProps) {
  const t = useApplicationText();
  return (
    <TextArea
      label={t('form.reason')}
      description={t(isTold ? 'form.reason.told' : 'form.reason.why')}
      isOptional={isOptional}
      rows={longest > 255 ? 4 : 3}
      maxLength={longest}
      value={form.values.reason}
      onChange={(reason) => form.change({ reason })}
      error={form.errors.reason}
    />
  );
}
