import type { ApplicationView } from '@muster/client';
import { Alert, Button, useFormats } from '@muster/ui';
import { useApplicationText } from '../../messages/application/use-application-text.js';
import type { ActionTarget } from './action-target.js';

/** What stopped the application, what is held, and what holding it saves. */
export function GateNotice({
  gate,
  view,
  onOpen,
}: {
  readonly gate: NonNullable<ApplicationView['gate']>;
  readonly view: ApplicationView;
  readonly onOpen: (target: ActionTarget) => void;
}) {
  const t = useApplicationText();
  const formats = useFormats();
  const day = formats.day(gate.since);
  const adjudicate = view.actions.find((action) => action.kind === 'adjudicate');
  return (
    <Alert
      tone="warning"
      title={t('gate.title', { gate: gate.label })}
      actions={
        adjudicate && (
          <Button onPress={() => onOpen({ kind: 'adjudicate', step: adjudicate.step, entry: null })}>
            {t('gate.action')}
          </Button>
        )
      }
    >
      <p>
        {gate.held.length === 0
          ? t('gate.sinceOnly', { day })
          : t('gate.since', { day, steps: formats.list(gate.held) })}{' '}
        {gate.saved > 0 && t('gate.saved', { money: formats.money(gate.saved) })}
      </p>
    </Alert>
  );
}
