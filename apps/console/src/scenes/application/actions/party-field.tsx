import type { WaitingOn } from '@muster/client';
import { RadioGroup } from '@muster/ui';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import { useFrameText } from '../../../messages/frame/use-frame-text.js';
import type { ActionFormState } from './use-action-form.js';

const parties: readonly WaitingOn[] = ['candidate', 'agency', 'third_party'];

/** On whom it waits. */
export function PartyField({
  form,
}: {
  readonly form: Pick<ActionFormState<{ readonly party: WaitingOn | null }>, 'values' | 'change' | 'errors'>;
}) {
  const t = useApplicationText();
  const frame = useFrameText();
  return (
    <RadioGroup
      label={t('form.party')}
      options={parties.map((value) => ({ value, label: frame(`party.${value}`) }))}
      value={form.values.party}
      onChange={(value) => form.change({ party: parties.find((party) => party === value) ?? null })}
      error={form.errors.party}
    />
  );
}
