import type { Template } from '../functions/operation.js';
import { argument, strict } from './template.js';

/** True when all are true; the first that is not (false or blank) decides, the rest is not looked at. */
export const conjunction: Template = (args) => (run) => {
  for (const arg of args) if (arg(run) !== true) return false;
  return true;
};

/** True when one is true; the rest is not looked at. */
export const disjunction: Template = (args) => (run) => {
  for (const arg of args) if (arg(run) === true) return true;
  return false;
};

/** Neither true nor false stays so. */
export const negation: Template = strict((value: boolean) => !value);

/** The second argument when the first is true, else the third; the other is not looked at. */
export const choice: Template = (args) => {
  const [condition, whenTrue, whenFalse] = [argument(args, 0), argument(args, 1), argument(args, 2)];
  return (run) => (condition(run) === true ? whenTrue(run) : whenFalse(run));
};
