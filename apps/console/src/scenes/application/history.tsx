import type { ApplicationView, HistoryEntry } from '@muster/client';
import { type BadgeTone, Button, Card, Timeline, type TimelineEvent, useFormats } from '@muster/ui';
import { useState } from 'react';
import { useApplicationText } from '../../messages/application/use-application-text.js';
import type { ActionTarget } from './action-target.js';

const shownFirst = 8;

/** What happened, newest first. Nothing is taken out; a mistake is put right by a later entry that names it. */
export function History({
  view,
  onOpen,
}: {
  readonly view: ApplicationView;
  readonly onOpen: (target: ActionTarget) => void;
}) {
  const t = useApplicationText();
  const [isWhole, setWhole] = useState(false);
  const entries = isWhole ? view.history : view.history.slice(0, shownFirst);
  return (
    <Card title={t('history')}>
      <Timeline
        label={t('history')}
        events={entries.map(
          (entry): TimelineEvent => ({
            id: entry.id,
            at: entry.effectiveAt,
            title: <EntryTitle entry={entry} onOpen={onOpen} />,
            by: entry.by,
            tone: toneOf(entry),
            isReversed: entry.correctedBy !== null,
            detail: <EntryDetail entry={entry} />,
          }),
        )}
      />
      {entries.length < view.history.length && (
        <Button size="small" variant="quiet" isFullWidth onPress={() => setWhole(true)}>
          {t('history.all', { count: view.history.length })}
        </Button>
      )}
    </Card>
  );
}

function EntryTitle({
  entry,
  onOpen,
}: {
  readonly entry: HistoryEntry;
  readonly onOpen: (target: ActionTarget) => void;
}) {
  const t = useApplicationText();
  return (
    <span className="console-entry">
      <span>{entry.text}</span>
      {entry.canReverse && (
        <button
          type="button"
          className="console-reverse"
          aria-label={t('history.reverseOf', { entry: entry.text })}
          onClick={() => onOpen({ kind: 'reverse', step: null, entry: entry.id })}
        >
          {t('history.reverse')}
        </button>
      )}
    </span>
  );
}

/** When it was recorded, where that was later; why; and that a later entry put it right. */
function EntryDetail({ entry }: { readonly entry: HistoryEntry }) {
  const t = useApplicationText();
  const formats = useFormats();
  const wasLate = formats.day(entry.recordedAt) !== formats.day(entry.effectiveAt);
  const lines = [
    wasLate ? t('history.recorded', { time: formats.dateTime(entry.recordedAt) }) : null,
    entry.reason === null ? null : t('history.reason', { reason: entry.reason }),
    entry.correctedBy === null ? null : t('history.corrected'),
  ].filter((line) => line !== null);
  return lines.map((line) => <p key={line}>{line}</p>);
}

function toneOf({ kind }: HistoryEntry): BadgeTone {
  if (/^(offer\.accepted|onduty|adjudication\.favourable)$/.test(kind)) return 'success';
  if (/^(disqualified|withdrawn|offer\.declined|adjudication\.unfavourable)$/.test(kind)) return 'danger';
  if (/^(adjudication\.opened|hold\.started|stage\.expired|stage\.no_show|offer\.expired)$/.test(kind))
    return 'warning';
  if (/^offer\./.test(kind)) return 'primary';
  return 'neutral';
}
