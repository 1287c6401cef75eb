import type { Evaluator, Run, Template } from '../functions/operation.js';
import type { Value } from './value.js';

/**
 * The commonest template: blank as soon as one argument is blank, else what `apply` makes of the values. The
 * parameters of `apply` are of the types the operation declares; the checker saw to that.
 */
export function strict(apply: (...values: never[]) => Value): Template {
  const call = apply as unknown as (...values: Value[]) => Value;
  return (args) => {
    const [first, second] = args;
    if (first !== undefined && args.length === 1) {
      return (run) => {
        const value = first(run);
        return value === null ? null : call(value);
      };
    }
    if (first !== undefined && second !== undefined && args.length === 2) {
      return (run) => {
        const left = first(run);
        if (left === null) return null;
        const right = second(run);
        return right === null ? null : call(left, right);
      };
    }
    return (run) => {
      const values: Value[] = [];
      for (const arg of args) {
        const value = arg(run);
        if (value === null) return null;
        values.push(value);
      }
      return call(...values);
    };
  };
}

/** As `strict`, but `apply` is also given the blanks, as null. */
export function total(apply: (...values: never[]) => Value): Template {
  const call = apply as unknown as (...values: Value[]) => Value;
  return (args) => (run) => call(...args.map((arg) => arg(run)));
}

/** As `strict` for one argument, with the run: for what depends on the time or on who asks. */
export function strictWithRun(apply: (run: Run, value: never) => Value): Template {
  const call = apply as unknown as (run: Run, value: Value) => Value;
  return (args) => {
    const arg = argument(args, 0);
    return (run) => {
      const value = arg(run);
      return value === null ? null : call(run, value);
    };
  };
}

/** The argument at `index`, for templates that decide themselves whether to evaluate it. */
export function argument(args: readonly Evaluator[], index: number): Evaluator {
  const arg = args[index];
  if (arg === undefined) throw new Error(`Argument ${index} is missing`);
  return arg;
}
