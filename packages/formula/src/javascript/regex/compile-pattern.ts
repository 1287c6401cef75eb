import { assertNever } from '@muster/kernel';
import { FormulaFault } from '../formula-error.js';
import type { Assertion, CharacterSet, ParsedPattern, Pattern } from './pattern.js';

/** Steps of a machine that is in many places at once: one pass over the text, no going back. */
export type Instruction =
  | { readonly kind: 'Character'; readonly accepts: (character: number) => boolean }
  | { readonly kind: 'Fork'; readonly first: number; readonly second: number }
  | { readonly kind: 'Assertion'; readonly assertion: Assertion }
  | { readonly kind: 'LookAhead'; readonly program: Program; readonly isNegated: boolean }
  | { readonly kind: 'Accept' };

export type Program = readonly Instruction[];

/** The most parts of one pattern; counts such as `{20}` are written out. */
const maxParts = 5000;

/** Turns a pattern into instructions. Throws a fault when there would be too many. */
export function compilePattern({ pattern, ignoresCase }: ParsedPattern): Program {
  const budget = { left: maxParts };
  return compileProgram(pattern, ignoresCase, budget);
}

interface Budget {
  left: number;
}

function compileProgram(pattern: Pattern, ignoresCase: boolean, budget: Budget): Program {
  const program: Instruction[] = [];
  const push = (instruction: Instruction): number => program.push(instruction) - 1;
  /** A fork whose ways are known only once what lies between is written. */
  const fork = (): ((first: number, second: number) => void) => {
    const at = push({ kind: 'Accept' });
    return (first, second) => {
      program[at] = { kind: 'Fork', first, second };
    };
  };
  const write = (part: Pattern): void => {
    budget.left -= 1;
    if (budget.left < 0) {
      throw new FormulaFault('PatternTooComplicated', 'Regular expression is too complicated.');
    }
    switch (part.kind) {
      case 'Characters':
        push({ kind: 'Character', accepts: acceptorOf(part.set, ignoresCase) });
        return;
      case 'Sequence':
        for (const each of part.parts) write(each);
        return;
      case 'Choice':
        writeChoice(part.branches);
        return;
      case 'Repeat':
        writeRepeat(part);
        return;
      case 'Assertion':
        push({ kind: 'Assertion', assertion: part.assertion });
        return;
      case 'LookAhead': {
        const inner = compileProgram(part.part, ignoresCase, budget);
        push({ kind: 'LookAhead', program: inner, isNegated: part.isNegated });
        return;
      }
      default:
        assertNever(part);
    }
  };
  const writeChoice = (branches: readonly Pattern[]): void => {
    const [branch, ...others] = branches;
    if (branch === undefined) return;
    if (others.length === 0) {
      write(branch);
      return;
    }
    const choose = fork();
    const first = program.length;
    write(branch);
    const leave = fork();
    choose(first, program.length);
    writeChoice(others);
    leave(program.length, program.length);
  };
  const writeRepeat = ({ part, least, most }: Pattern & { kind: 'Repeat' }): void => {
    for (let count = 0; count < least; count += 1) write(part);
    if (most === Number.POSITIVE_INFINITY) {
      const start = program.length;
      const choose = fork();
      write(part);
      const again = fork();
      again(start, start);
      choose(start + 1, program.length);
      return;
    }
    const exits: ((end: number) => void)[] = [];
    for (let count = least; count < most; count += 1) {
      const choose = fork();
      const next = program.length;
      exits.push((end) => choose(next, end));
      write(part);
    }
    for (const exit of exits) exit(program.length);
  };
  write(pattern);
  push({ kind: 'Accept' });
  return program;
}

function acceptorOf(set: CharacterSet, ignoresCase: boolean): (character: number) => boolean {
  const properties = set.properties.map((property) => new RegExp(`^\\p{${property}}$`, 'u'));
  const within = set.within.map((inner) => acceptorOf(inner, false));
  const holds = (character: number): boolean =>
    set.ranges.some(({ first, last }) => character >= first && character <= last) ||
    within.some((accepts) => accepts(character)) ||
    properties.some((property) => property.test(String.fromCodePoint(character)));
  if (!ignoresCase) return (character) => holds(character) !== set.isNegated;
  return (character) => casesOf(character).some(holds) !== set.isNegated;
}

function casesOf(character: number): readonly number[] {
  const text = String.fromCodePoint(character);
  return [character, text.toLowerCase().codePointAt(0) ?? 0, text.toUpperCase().codePointAt(0) ?? 0];
}
