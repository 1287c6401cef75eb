import type { HistoryEntry } from '@muster/client';
import { Alert, Button, ButtonRow, Form, type Problem, Timeline } from '@muster/ui';
import type { ReactNode } from 'react';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import { useFrameText } from '../../../messages/frame/use-frame-text.js';
import type { ActionKind } from '../action-target.js';

export interface ActionFormProps {
  readonly kind: ActionKind;
  readonly change: {
    readonly isPending: boolean;
    readonly problem: Problem | null;
    readonly recordedSince: readonly HistoryEntry[];
  };
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** Fields of one change, what stands against it, and the button that makes it. */
export function ActionForm({ kind, change, onSubmit, onCancel, children }: ActionFormProps) {
  const t = useApplicationText();
  const frame = useFrameText();
  const isConflict = change.recordedSince.length > 0;
  return (
    <Form onSubmit={onSubmit} aria-label={t(`do.${kind}`)}>
      {isConflict ? <Conflict entries={change.recordedSince} /> : <ProblemAlert problem={change.problem} />}
      {children}
      <ButtonRow>
        <Button type="submit" variant={kind === 'close' ? 'danger' : 'primary'} isPending={change.isPending}>
          {t(`submit.${kind}`)}
        </Button>
        <Button onPress={onCancel}>{frame('action.cancel')}</Button>
      </ButtonRow>
    </Form>
  );
}

/** What others recorded in the meantime, beside what stays entered. */
function Conflict({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const t = useApplicationText();
  return (
    <Alert tone="warning" title={t('conflict.title')} isLive>
      <p>{t('conflict.yours')}</p>
      <Timeline
        label={t('conflict.theirs')}
        events={entries.map((entry) => ({
          id: entry.id,
          at: entry.recordedAt,
          title: entry.text,
          by: entry.by,
        }))}
      />
    </Alert>
  );
}
