import { assertNever } from '@muster/kernel';
import { FormulaFault } from '../formula-error.js';
import { compilePattern, type Instruction, type Program } from './compile-pattern.js';
import { parsePattern } from './parse-pattern.js';
import type { Assertion } from './pattern.js';

/** The longest text that is matched, in characters. */
const maxTextLength = 32_768;

/** The most instructions one match may take; the time is proportional. */
const maxSteps = 100_000;

/**
 * Whether the whole text matches the regular expression. Takes time proportional to the product of their lengths
 * at most, whatever they are; throws a fault when the pattern cannot be read or that would be too long.
 */
export type PatternMatcher = (source: string, text: string) => boolean;

/** A matcher that keeps the last pattern it compiled: nearly always the pattern is written in the formula. */
export function createPatternMatcher(): PatternMatcher {
  let last: { readonly source: string; readonly program: Program } | undefined;
  return (source, text) => {
    if (last?.source !== source) last = { source, program: compilePattern(parsePattern(source)) };
    return matches(source, last.program, text);
  };
}

function matches(source: string, program: Program, text: string): boolean {
  if (text.length > maxTextLength) throw tooComplicated(source);
  const machine: Machine = {
    source,
    text: Array.from(text, (character) => character.codePointAt(0) ?? 0),
    steps: 0,
  };
  return accepts(machine, program, 0, true);
}

interface Machine {
  readonly source: string;
  readonly text: readonly number[];
  steps: number;
}

/** Runs `program` from `start`; with `whole` it must end at the end of the text, else anywhere. */
function accepts(machine: Machine, program: Program, start: number, whole: boolean): boolean {
  let places = new Set<number>();
  follow(machine, program, 0, start, places);
  for (let at = start; ; at += 1) {
    const character = machine.text[at];
    const next = new Set<number>();
    for (const place of places) {
      const instruction = program[place];
      if (instruction?.kind === 'Accept' && (!whole || character === undefined)) return true;
      if (character !== undefined && instruction?.kind === 'Character' && instruction.accepts(character)) {
        follow(machine, program, place + 1, at + 1, next);
      }
    }
    if (character === undefined || next.size === 0) return false;
    places = next;
  }
}

/** Adds `place` and all it leads to without reading a character. */
function follow(machine: Machine, program: Program, place: number, at: number, places: Set<number>): void {
  const open = [place];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (places.has(next)) continue;
    machine.steps += 1;
    if (machine.steps > maxSteps) throw tooComplicated(machine.source);
    places.add(next);
    const instruction = program[next];
    if (instruction !== undefined) open.push(...waysFrom(machine, instruction, next, at));
  }
}

function waysFrom(machine: Machine, instruction: Instruction, place: number, at: number): readonly number[] {
  switch (instruction.kind) {
    case 'Fork':
      return [instruction.second, instruction.first];
    case 'Assertion':
      return holds(instruction.assertion, machine.text, at) ? [place + 1] : [];
    case 'LookAhead':
      return accepts(machine, instruction.program, at, false) !== instruction.isNegated ? [place + 1] : [];
    case 'Character':
    case 'Accept':
      return [];
    default:
      return assertNever(instruction);
  }
}

const lineFeed = 10;

function holds(assertion: Assertion, text: readonly number[], at: number): boolean {
  switch (assertion) {
    case 'Start':
      return at === 0;
    case 'End':
      return at === text.length || (at === text.length - 1 && text[at] === lineFeed);
    case 'WordBoundary':
      return isWord(text[at - 1]) !== isWord(text[at]);
    case 'NotWordBoundary':
      return isWord(text[at - 1]) === isWord(text[at]);
    default:
      return assertNever(assertion);
  }
}

function isWord(character: number | undefined): boolean {
  return character !== undefined && /^\w$/.test(String.fromCodePoint(character));
}

function tooComplicated(source: string): FormulaFault {
  const shown = source.slice(0, 80);
  return new FormulaFault('PatternTooComplicated', `Regular expression runtime exceeded for: ${shown}`);
}
