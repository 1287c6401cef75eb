import { MusterError, MusterErrors } from '@muster/kernel';
import { checkProcess } from '../engine/index.js';
import { checkFactFormula } from '../formulas/fact-formula.js';
import type { Words } from '../messages/words.js';

/** What keeps a definition from being published, in words, each with the place it is about; empty when nothing does. */
export function processProblems(definition: unknown, words: Words): readonly string[] {
  return checkProcess(definition, checkFactFormula).map(({ code, at }) => {
    const text = words.say(`process.${code}`);
    return at === '' ? text : `${at}: ${text}`;
  });
}

/** What keeps a definition from being read at all, as a draft has to be. */
export function shapeProblems(definition: unknown, words: Words): readonly string[] {
  return checkProcess(definition)
    .filter(({ code }) => code === 'bad_shape')
    .map(({ at }) => `${at === '' ? '' : `${at}: `}${words.say('process.bad_shape')}`);
}

/** @throws MusterErrors with every problem of a definition */
export function requirePublishable(definition: unknown, words: Words): void {
  const problems = processProblems(definition, words);
  if (problems.length === 0) return;
  throw new MusterErrors(problems.map((text) => new MusterError('FIELD_INTEGRITY_EXCEPTION', text)));
}
