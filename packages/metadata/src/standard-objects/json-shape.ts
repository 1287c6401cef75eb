/** Receives what is wrong at a path such as `fields[3].length`. */
export type Report = (path: string, message: string) => void;

/** Checks one JSON value and reports each thing wrong with it. */
export type Shape = (value: unknown, path: string, report: Report) => void;

/** A string that is not empty. */
export const text: Shape = (value, path, report) => {
  if (typeof value !== 'string' || value === '') report(path, 'expected a text that is not empty');
};

export const flag: Shape = (value, path, report) => {
  if (typeof value !== 'boolean') report(path, 'expected true or false');
};

/** A whole number of at least `least`. */
export function whole(least: number): Shape {
  return (value, path, report) => {
    if (!Number.isInteger(value) || Number(value) < least) {
      report(path, `expected a whole number of at least ${least}`);
    }
  };
}

/** One of a few texts. */
export function oneOf(choices: readonly string[]): Shape {
  return (value, path, report) => {
    if (typeof value !== 'string' || !choices.includes(value)) {
      report(path, `expected one of ${choices.join(', ')}`);
    }
  };
}

/** A text of a given pattern; `wanted` says in words what that is. */
export function matching(pattern: RegExp, wanted: string): Shape {
  return (value, path, report) => {
    if (typeof value !== 'string' || !pattern.test(value)) report(path, `expected ${wanted}`);
  };
}

/** A list with at least one member. */
export function listOf(shape: Shape): Shape {
  return (value, path, report) => {
    if (!Array.isArray(value) || value.length === 0) report(path, 'expected a list with at least one member');
    else for (const [index, member] of value.entries()) shape(member, `${path}[${index}]`, report);
  };
}

/** An object with any keys, each value of one shape. */
export function mapOf(shape: Shape): Shape {
  return (value, path, report) => {
    if (!isObject(value)) report(path, 'expected an object');
    else for (const [key, member] of Object.entries(value)) shape(member, join(path, key), report);
  };
}

/** An object with exactly these keys; an unknown key is reported, so that a misspelt one cannot pass. */
export function objectOf(
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>>,
): Shape {
  return (value, path, report) => {
    if (!isObject(value)) {
      report(path, 'expected an object');
      return;
    }
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(required, key) && !Object.hasOwn(optional, key))
        report(join(path, key), 'unknown key');
    }
    for (const [key, shape] of Object.entries(required)) {
      if (Object.hasOwn(value, key)) shape(value[key], join(path, key), report);
      else report(join(path, key), 'missing');
    }
    for (const [key, shape] of Object.entries(optional)) {
      if (Object.hasOwn(value, key)) shape(value[key], join(path, key), report);
    }
  };
}

/** The first shape for texts, the second for everything else. */
export function textOr(other: Shape): Shape {
  return (value, path, report) => (typeof value === 'string' ? text : other)(value, path, report);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
