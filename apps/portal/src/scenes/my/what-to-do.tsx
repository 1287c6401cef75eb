import type { MyApplication } from '@muster/client';
import { assertNever } from '@muster/kernel';
import { Button, ButtonLink, SummaryBox, useFormats } from '@muster/ui';
import { useDueWords } from '../../hooks/use-due-words.js';
import { useMyText } from '../../messages/my/use-my-text.js';

type Action = NonNullable<MyApplication['action']>;

export interface WhatToDoProps {
  readonly application: MyApplication;
  /** Begins a message to the agency. */
  readonly onWrite: (text: string) => void;
}

/** The one thing to do with its day, or that there is nothing to do now. */
export function WhatToDo({ application, onWrite }: WhatToDoProps) {
  const { action, hold } = application;
  if (hold !== null) return <OnHold hold={hold} />;
  if (action !== null) return <ToDo application={application} action={action} onWrite={onWrite} />;
  return application.status === 'draft' ? <TooLate /> : <NothingNow application={application} />;
}

function ToDo({ application, action, onWrite }: WhatToDoProps & { readonly action: Action }) {
  const t = useMyText();
  const due = useDueWords();
  const address = actionAddress(application, action);
  const by = action.by === null ? null : due(action.by);
  return (
    <SummaryBox
      tone="action"
      title={action.label}
      actions={
        address === undefined ? (
          <Button variant="primary" onPress={() => onWrite(t('do.writeText', { what: action.label }))}>
            {t('do.write')}
          </Button>
        ) : (
          <ButtonLink variant="primary" href={address}>
            {t(`do.${action.kind === 'answer_offer' ? 'answer_offer' : 'continue'}`)}
          </ButtonLink>
        )
      }
    >
      <p>
        {by === null ? t('do.noDay') : t(by.isPast ? 'do.late' : 'do.by', { day: by.day, inDays: by.inDays })}
      </p>
      {address === undefined && <p>{t('do.outside')}</p>}
    </SummaryBox>
  );
}

/** Why nothing goes on for now, until when, and what that means. */
function OnHold({ hold }: { readonly hold: NonNullable<MyApplication['hold']> }) {
  const t = useMyText();
  const formats = useFormats();
  return (
    <SummaryBox
      title={hold.until === null ? t('hold.title') : t('hold.titleUntil', { day: formats.day(hold.until) })}
    >
      <p>{t('hold.because', { reason: hold.reason })}</p>
      <p>{hold.text}</p>
    </SummaryBox>
  );
}

/** The vacancy closed before the application was sent. */
function TooLate() {
  const t = useMyText();
  return (
    <SummaryBox
      title={t('do.tooLate')}
      actions={<ButtonLink href="/jobs">{t('closed.vacancies')}</ButtonLink>}
    >
      <p>{t('do.tooLate.text')}</p>
    </SummaryBox>
  );
}

function NothingNow({ application }: { readonly application: MyApplication }) {
  const t = useMyText();
  const formats = useFormats();
  const { appointment, waitingOn } = application;
  const waiting = waitingOn === 'agency' || waitingOn === 'third_party' ? waitingOn : 'other';
  return (
    <SummaryBox title={t('do.nothing')}>
      <p>
        {appointment === null
          ? t(`do.nothing.${waiting}`)
          : t('do.nothing.appointment', {
              what: appointment.what,
              when: t('appointment.at', {
                day: formats.weekday(appointment.at),
                time: formats.time(appointment.at),
              }),
            })}
      </p>
    </SummaryBox>
  );
}

/** Where an action is done; undefined for what is done with a person, not on these pages. */
function actionAddress(application: MyApplication, action: Action): string | undefined {
  switch (action.kind) {
    case 'continue':
      return `/apply/${application.id}`;
    case 'answer_offer':
      return `/my/${application.id}/offer`;
    case 'reapply':
      return `/jobs/${application.postingNumber}/apply`;
    case 'book':
    case 'complete_step':
      return undefined;
    default:
      return assertNever(action.kind);
  }
}
