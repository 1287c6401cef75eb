import type { Session } from '@muster/records';
import type { Application } from '../application/load-application.js';
import { decisionText, reasonInMail } from '../candidate/decision-text.js';
import type { HiringEvent } from '../engine/index.js';
import type { MessageKey } from '../messages/message-key.js';
import { type Language, languageOf, type MessageValues, type Words, wordsIn } from '../messages/words.js';
import { postingText } from '../postings/posting-row.js';
import { queueMessage } from './queue-message.js';

/** What a candidate is told by itself when something changes. */
type NoticeKind =
  | 'submitted'
  | 'offer'
  | 'appointment'
  | 'expired'
  | 'gate'
  | 'closed'
  | 'withdrawn'
  | 'waived'
  | 'hold'
  | 'hold_over'
  | 'review_asked'
  | 'review_upheld'
  | 'review_changed'
  | 'on_duty';

interface Notice {
  readonly kind: NoticeKind;
  readonly values: MessageValues;
}

/** The notices that follow from what was appended between two states of an application. */
function noticesOf(before: Application, after: Application, words: Words): readonly Notice[] {
  const { row } = after;
  const common = {
    name: row.Contact__r.Name,
    posting: postingText(words, row.Posting__r, 'Title'),
    receipt: row.Receipt__c ?? row.Name,
  };
  const appended = after.log.slice(before.log.length);
  const notices = [
    ...arrivalNotices(before, after),
    ...appended.flatMap((event) => eventNotices(after, event, words)),
    ...appended.flatMap((event) => exceptionNotices(before, after, event, words)),
    ...endNotices(before, after, words),
  ];
  return notices.map(({ kind, values }) => ({ kind, values: { ...common, ...values } }));
}

function arrivalNotices({ state: before }: Application, { state: after }: Application): readonly Notice[] {
  const notices: Notice[] = [];
  if (before.submittedAt === undefined && after.submittedAt !== undefined) {
    notices.push({ kind: 'submitted', values: {} });
  }
  if (before.adjudication === undefined && after.adjudication !== undefined) {
    notices.push({ kind: 'gate', values: {} });
  }
  return notices;
}

function eventNotices({ process, state }: Application, event: HiringEvent, words: Words): readonly Notice[] {
  const definition = process.steps[process.indexOf.get(event.step ?? '') ?? -1];
  const step = definition === undefined ? '' : words.label(definition.candidateLabel);
  switch (event.kind) {
    case 'stage.scheduled': {
      const appointment = event.data?.appointment;
      if (appointment === undefined) return [];
      const { startsAt, place = '' } = appointment;
      return [{ kind: 'appointment', values: { step, time: words.time(startsAt), place } }];
    }
    case 'offer.tentative':
    case 'offer.final': {
      const until = state.steps.find((each) => each.step === event.step)?.expiresAt;
      return [{ kind: 'offer', values: { step, day: until === undefined ? '' : words.day(until) } }];
    }
    case 'stage.expired':
      return [{ kind: 'expired', values: { step } }];
    default:
      return [];
  }
}

/** What is told about holds, waivers and reviews. */
function exceptionNotices(
  before: Application,
  after: Application,
  event: HiringEvent,
  words: Words,
): readonly Notice[] {
  const { process, state } = after;
  const step = process.steps[process.indexOf.get(event.step ?? '') ?? -1];
  const what = step === undefined ? words.say('where.application') : words.label(step.candidateLabel);
  const reason = reasonInMail(after, event, words);
  const reviewed = (of: Application) =>
    decisionText(of, of.state.review?.decision, words, true) ?? words.say('where.application');
  switch (event.kind) {
    case 'stage.waived':
      return [{ kind: 'waived', values: { what } }];
    case 'hold.started': {
      const until = event.data?.until;
      const day = until === undefined ? '' : words.say('notice.hold.until', { day: words.day(until) });
      return [{ kind: 'hold', values: { what, reason, until: day } }];
    }
    case 'hold.ended':
    case 'hold.lapsed':
      return state.closing === undefined ? [{ kind: 'hold_over', values: { what } }] : [];
    case 'review.requested':
      return [{ kind: 'review_asked', values: { what: reviewed(after) } }];
    case 'review.refused':
      return [{ kind: 'review_upheld', values: { what: reviewed(before), reason } }];
    case 'review.granted':
      return [{ kind: 'review_changed', values: { what: reviewed(before), reason } }];
    default:
      return [];
  }
}

function endNotices(before: Application, { process, state }: Application, words: Words): readonly Notice[] {
  if (state.status === before.state.status) return [];
  const disposition = process.version.dispositions.find((each) => each.key === state.closing?.disposition);
  const reason = disposition === undefined ? words.say('closed.no_reason') : words.label(disposition.label);
  if (state.status === 'closed') return [{ kind: 'closed', values: { reason } }];
  if (state.status === 'withdrawn') return [{ kind: 'withdrawn', values: {} }];
  return state.status === 'on_duty' ? [{ kind: 'on_duty', values: {} }] : [];
}

/** Queues the notices of a change in the candidate's own language. */
export async function queueNotices(system: Session, before: Application, after: Application): Promise<void> {
  const { Email, Preferred_Language__c } = after.row.Contact__r;
  if (Email === null) return;
  const language: Language = languageOf(Preferred_Language__c);
  const words = wordsIn({ language, timeZone: system.principal.timeZone, now: system.now() });
  for (const { kind, values } of noticesOf(before, after, words)) {
    await queueMessage(system, {
      application: after.row,
      subject: words.say(`notice.${kind}.subject` satisfies MessageKey, values),
      body: words.say(`notice.${kind}.body` satisfies MessageKey, values),
      language,
    });
  }
}
