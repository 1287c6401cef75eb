import { kaplanMeier, residualQuantile } from '@muster/analytics';
import type { MyApplication } from '../contract/index.js';
import type { Words } from '../messages/words.js';
import type { StepWaits } from './step-waits.js';

/** Fewer people than this say nothing about anybody else. */
const FEWEST_PEOPLE = 10;

/**
 * How much longer a step may take for somebody who has waited `elapsedDays`, from the people who were at it in the
 * last year and had not finished by then. Null when these are too few to say.
 */
export function howMuchLonger(
  waits: StepWaits | undefined,
  elapsedDays: number,
  words: Words,
): MyApplication['howMuchLonger'] {
  if (waits === undefined) return null;
  const people = waits.observations
    .filter((each) => each.duration >= elapsedDays)
    .reduce((sum, each) => sum + (each.count ?? 1), 0);
  if (people < FEWEST_PEOPLE) return null;
  const curve = kaplanMeier(waits.observations);
  const half = residualQuantile(curve, elapsedDays, 0.5);
  if (half === null) return null;
  const most = residualQuantile(curve, elapsedDays, 0.8);
  const text =
    most === null
      ? words.say('longer.half', { half: daysText(words, half) })
      : words.say('longer.half_and_most', { half: daysText(words, half), most: daysText(words, most) });
  return { text, fromPeople: people };
}

/** Days up to three weeks, then whole weeks rounded up: more would promise what nobody knows. */
function daysText(words: Words, days: number): string {
  const atLeastOne = Math.max(1, Math.ceil(days));
  return atLeastOne <= 21
    ? words.count('duration.days', atLeastOne)
    : words.count('duration.weeks', Math.ceil(atLeastOne / 7));
}
