import type { Problem } from './problem.js';
import { parties, stepKinds } from './process.js';

type Report = (at: string, message: string) => void;
type Check = (value: unknown, at: string, report: Report) => void;

const keyPattern = /^[a-z][a-z0-9]*([_-][a-z0-9]+)*$/;
const factPattern = /^[A-Za-z][A-Za-z0-9_]*$/;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const show = (value: unknown): string =>
  value === undefined ? 'nothing' : (JSON.stringify(value) ?? 'nothing');

function that(holds: (value: unknown) => boolean, expected: string): Check {
  return (value, at, report) => {
    if (!holds(value)) report(at, `Expected ${expected}, found ${show(value).slice(0, 60)}`);
  };
}

const text = that((value) => typeof value === 'string' && value.trim() !== '', 'a text');
const key = that(
  (value) => typeof value === 'string' && keyPattern.test(value),
  'a key of lower-case letters, digits, - and _',
);
const fact = that((value) => typeof value === 'string' && factPattern.test(value), 'the name of a fact');
const flag = that((value) => typeof value === 'boolean', 'true or false');
const whole = (least: number, most = Number.MAX_SAFE_INTEGER) =>
  that(
    (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
    most === Number.MAX_SAFE_INTEGER
      ? `a whole number from ${least}`
      : `a whole number from ${least} to ${most}`,
  );
const amount = that(
  (value) => typeof value === 'number' && value >= 0 && Number.isFinite(value),
  'an amount',
);
const oneOf = (values: readonly string[]) =>
  that((value) => values.includes(value as string), `one of ${values.join(', ')}`);

function list(item: Check): Check {
  return (value, at, report) => {
    if (!Array.isArray(value)) return report(at, `Expected a list, found ${show(value).slice(0, 60)}`);
    for (const [index, entry] of value.entries()) item(entry, `${at}.${nameOf(entry) ?? index}`, report);
  };
}

/** Problems name an entry by its key, which a reader can find, rather than by its number. */
function nameOf(entry: unknown): string | undefined {
  return isRecord(entry) && typeof entry.key === 'string' ? entry.key : undefined;
}

function object(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return (value, at, report) => {
    if (!isRecord(value)) return report(at, `Expected an object, found ${show(value).slice(0, 60)}`);
    const inside = (name: string) => (at === '' ? name : `${at}.${name}`);
    for (const [name, check] of Object.entries(required)) check(value[name], inside(name), report);
    for (const [name, check] of Object.entries(optional)) {
      if (value[name] !== undefined) check(value[name], inside(name), report);
    }
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(required, name) && !Object.hasOwn(optional, name)) {
        report(inside(name), 'There is no such property');
      }
    }
  };
}

const period: Check = (value, at, report) => {
  const unit = isRecord(value) && 'days' in value ? 'days' : 'months';
  object({ [unit]: whole(1) })(value, at, report);
};

const label = object({ en: text, es: text });
const prerequisite = object({ step: key }, { when: text });
const outcome = object(
  { key, label, passes: flag },
  { disposition: key, appealable: flag, startsAdjudication: flag },
);
const retake = object({ attempts: whole(1), waitDays: whole(0) }, { disposition: key });
const step = object(
  {
    key,
    kind: oneOf(stepKinds),
    phase: key,
    stage: whole(1, 14),
    label,
    candidateLabel: label,
    actor: oneOf(parties),
    role: key,
    prerequisites: list(prerequisite),
    outcomes: list(outcome),
    targetDays: whole(1),
    cost: amount,
  },
  {
    when: text,
    afterConditionalOffer: flag,
    validity: period,
    retake,
    answerDays: whole(1),
    costly: flag,
    sealed: flag,
    waivable: flag,
  },
);

const processVersion = object(
  {
    key,
    version: whole(1),
    name: label,
    phases: list(object({ key, label, candidateLabel: label })),
    roles: list(object({ key, label })),
    steps: list(step),
    gates: list(object({ key, label, fact, when: text, stops: list(key) })),
    dispositions: list(object({ key, label, appealable: flag, reapplyDays: whole(0) })),
  },
  { reviewDays: whole(1) },
);

/** Where a value read from JSON is not built like a `ProcessVersion`. */
export function checkProcessShape(value: unknown): readonly Problem<'bad_shape'>[] {
  const problems: Problem<'bad_shape'>[] = [];
  processVersion(value, '', (at, message) => problems.push({ code: 'bad_shape', at, message, values: {} }));
  return problems;
}
