import { type FieldDef, fieldType, type ObjectDef } from '@muster/metadata';

/** A value that stands in one field of the records of one owner and nowhere else. */
export interface Secret {
  readonly text: string;
  readonly object: string;
  readonly field: string;
  /** Whose records hold it. */
  readonly tag: string;
}

/** Makes values that give away, wherever they turn up, which field of whose record they come from. */
export interface Secrets {
  /** A text for one field of the records of one owner. */
  name(object: string, field: string, tag: string): string;
  /** Values for the fields of a record that have room for one. */
  fill(object: ObjectDef, tag: string): Record<string, unknown>;
  /** The secrets a text holds. */
  findIn(text: string): readonly Secret[];
  readonly all: readonly Secret[];
}

const NAMED = /CANARY-(\w+)-(\w+)-([a-z]+)/g;
const ENOUGH_DIGITS = 7;
const DAY = 86_400_000;

export function createSecrets(): Secrets {
  const all: Secret[] = [];
  const byText = new Map<string, Secret>();

  const keep = (secret: Secret): string => {
    if (!byText.has(secret.text)) {
      all.push(secret);
      byText.set(secret.text, secret);
    }
    return secret.text;
  };

  const secretFor = (object: ObjectDef, field: FieldDef, tag: string): unknown => {
    const name = `CANARY-${object.name}-${field.name}-${tag}`;
    const secret = { object: object.name, field: field.name, tag };
    const { storage, describeType } = fieldType(field);
    switch (storage) {
      case 'text': {
        const length = field.length ?? 255;
        const text = describeType === 'email' ? `${name}@example.com` : name;
        if (text.length <= length) {
          keep({ ...secret, text: name });
          return text;
        }
        const short = `C${all.length}x${tag.slice(0, 3)}`;
        return short.length <= length && length >= ENOUGH_DIGITS ? keep({ ...secret, text: short }) : 'x';
      }
      case 'numeric':
      case 'integer': {
        const digits = (field.precision ?? 18) - (field.scale ?? 0);
        return digits < ENOUGH_DIGITS ? 3 : Number(keep({ ...secret, text: String(7_100_000 + all.length) }));
      }
      case 'date':
        return keep({ ...secret, text: oldDay(all.length) });
      case 'timestamptz':
        return `${keep({ ...secret, text: oldDay(all.length) })}T12:00:00Z`;
      default:
        return undefined;
    }
  };

  return {
    all,
    name: (object, field, tag) => keep({ object, field, tag, text: `CANARY-${object}-${field}-${tag}` }),
    fill(object, tag) {
      const fields = object.fields.filter(isFillable);
      return Object.fromEntries(
        fields.flatMap((field) => {
          const value = secretFor(object, field, tag);
          return value === undefined ? [] : [[field.name, value]];
        }),
      );
    },
    findIn(text) {
      const named = [...text.matchAll(NAMED)].map(([found]) => byText.get(found));
      const others = all.filter((secret) => !secret.text.startsWith('CANARY') && text.includes(secret.text));
      return [...new Set([...named.filter((secret) => secret !== undefined), ...others])];
    },
  };
}

/** Days of the nineteenth century, which nothing else in the product names. */
function oldDay(number: number): string {
  return new Date(Date.UTC(1800, 0, 1) + number * DAY).toISOString().slice(0, 10);
}

const SYSTEM_WRITTEN = /^(Id|IsDeleted|CreatedDate|LastModifiedDate|SystemModstamp)$/;

function isFillable(field: FieldDef): boolean {
  const { isSystemWritten } = fieldType(field);
  return (
    !SYSTEM_WRITTEN.test(field.name) &&
    isSystemWritten !== true &&
    field.referenceTo === undefined &&
    field.picklist?.restricted !== true
  );
}
