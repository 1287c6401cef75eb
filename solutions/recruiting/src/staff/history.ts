import type { Session } from '@muster/records';
import type { Application } from '../application/load-application.js';
import type { HistoryEntry } from '../contract/index.js';
import { annulledIds, eventRules, type HiringEvent } from '../engine/index.js';
import type { MessageKey } from '../messages/message-key.js';
import type { Words } from '../messages/words.js';
import { valuesNamed } from './choices.js';
import { type Reader, seesDetail, seesOutcome } from './reader.js';

/** What happened, newest first, as far as the reader may know it. `names` gives authors by user id. */
export function historyOf(
  session: Session,
  application: Application,
  reader: Reader,
  names: ReadonlyMap<string, string>,
  words: Words,
): readonly HistoryEntry[] {
  const { log } = application;
  const annulled = annulledIds(log, Number.POSITIVE_INFINITY);
  const canReverse = session.can('Adjudicate');
  return log
    .map((event): HistoryEntry => {
      const isByClock = eventRules[event.kind].byClock === true;
      const isAnnulled = annulled?.has(event.id) === true;
      return {
        id: event.id,
        kind: event.kind,
        text: eventText(application, event, reader, words),
        effectiveAt: new Date(event.effectiveAt).toISOString(),
        recordedAt: new Date(event.recordedAt).toISOString(),
        by: isByClock ? words.say('by.clock') : (names.get(event.author) ?? words.say('by.unknown')),
        reason: reasonShown(application, event, reader, words),
        correctedBy: isAnnulled ? (log.findLast((each) => each.corrects === event.id)?.id ?? null) : null,
        canReverse: canReverse && !isByClock && !isAnnulled && event.kind !== 'application.started',
      };
    })
    .reverse();
}

/** An event in words, as far as the reader may know it. */
export function eventText(
  application: Application,
  event: HiringEvent,
  reader: Reader,
  words: Words,
): string {
  const { process, log } = application;
  const step = process.steps[process.indexOf.get(event.step ?? '') ?? -1];
  const outcome = step?.outcomes.get(event.outcome ?? '');
  const disposition = process.version.dispositions.find((each) => each.key === event.data?.disposition);
  const corrected = log.find((each) => each.id === event.corrects);
  return words.say(messageOf(event), {
    step: step === undefined ? words.say('event.application') : words.label(step.label),
    outcome:
      outcome === undefined || step === undefined
        ? ''
        : seesOutcome(reader, step)
          ? words.label(outcome.label)
          : words.say('event.sealed'),
    time: event.data?.appointment === undefined ? '' : words.time(event.data.appointment.startsAt),
    day: event.data?.until === undefined ? '' : words.day(event.data.until),
    channel: event.data?.channel === undefined ? '' : words.say(`channel.${event.data.channel}`),
    facts: factsText(process, event, words),
    reason: disposition === undefined ? '' : words.label(disposition.label),
    event: corrected === undefined ? '' : eventText(application, corrected, reader, words),
  });
}

function messageOf({ kind, data }: HiringEvent): MessageKey {
  if (kind === 'hold.started' && data?.until !== undefined) return 'event.hold.started_until';
  if (kind === 'review.requested' && data?.channel !== undefined) return 'event.review.requested_by';
  return `event.${kind}`;
}

/** A fact that trips a gate is told in the gate's words. */
function factsText({ version }: Application['process'], { data }: HiringEvent, words: Words): string {
  return Object.entries(data?.facts ?? {})
    .map(([fact, value]) => {
      const gate = version.gates.find(
        (each) => each.fact === fact && valuesNamed(each.when, fact).some((named) => named === value),
      );
      if (gate !== undefined) return words.label(gate.label);
      const shown =
        typeof value === 'boolean' ? words.say(value ? 'answer.yes' : 'answer.no') : String(value ?? '—');
      return `${fact.replaceAll('_', ' ')}: ${shown}`;
    })
    .join(', ');
}

/** Why an event was recorded, as far as the reader may know it; null when nothing was said. */
export function reasonShown(
  { process }: Application,
  event: HiringEvent,
  reader: Reader,
  words: Words,
): string | null {
  if (event.reason === undefined) return null;
  const step = process.steps[process.indexOf.get(event.step ?? '') ?? -1];
  return step === undefined || seesDetail(reader, step) ? event.reason : words.say('event.sealed');
}
