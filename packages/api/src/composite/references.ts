/** Answers of earlier sub-requests by their reference id. */
export type Answers = ReadonlyMap<string, unknown>;

/** A `@{reference.path}` that names nothing. */
export class UnknownReference extends Error {
  readonly reference: string;

  constructor(reference: string) {
    super(reference);
    this.reference = reference;
  }
}

const REFERENCE = /@\{([^}]*)\}/g;
const WHOLE_REFERENCE = /^@\{([^}]*)\}$/;

/** `@{ref.records[0].Id}` in a text, filled in from the answers. @throws UnknownReference */
export function fillText(text: string, answers: Answers): string {
  return text.replace(REFERENCE, (_, path: string) => String(resolve(path, answers)));
}

/** As `fillText`, everywhere in a JSON value; a text that is one reference becomes the value itself. */
export function fillValue(value: unknown, answers: Answers): unknown {
  if (typeof value === 'string') {
    const path = WHOLE_REFERENCE.exec(value)?.[1];
    return path === undefined ? fillText(value, answers) : resolve(path, answers);
  }
  if (Array.isArray(value)) return value.map((item) => fillValue(item, answers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillValue(item, answers)]));
}

function resolve(path: string, answers: Answers): unknown {
  const [reference = '', ...keys] = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  let value = answers.get(reference);
  for (const key of keys) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined;
  }
  if (value === undefined || value === null || typeof value === 'object') throw new UnknownReference(path);
  return value;
}
