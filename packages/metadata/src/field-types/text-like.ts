import type { FieldDef } from '../model.js';
import type { FieldType, Parsed } from './field-type.js';
import { cannotDeserialize, EMPTY, isEmpty, preview, refused, stored } from './parse-result.js';
import { quoteJson } from './quote-json.js';

const LONE_SURROGATE = /\p{Surrogate}/u;

/** What sets the kinds of text apart from each other. */
interface TextKind {
  readonly describeType: string;
  /** Characters allowed when the field says nothing. */
  readonly defaultLength: number;
  /** False for long texts, which can be read but not compared. */
  readonly comparable: boolean;
  readonly groupable: boolean;
  readonly extraTypeInfo?: 'plaintextarea' | 'richtextarea';
  /** The lengths a custom field may have; such a field must state one. */
  readonly customLengths?: readonly [least: number, most: number];
}

/** A field type for text that people type: compared without case, stored exactly as sent. */
export function textLike(kind: TextKind): FieldType {
  return {
    storage: 'text',
    columnType: () => 'text',
    parse: (field, input) => parseText(field, input, kind.describeType, kind.defaultLength),
    toJson: quoteJson,
    toPlainText: (text) => text,
    describeType: kind.describeType,
    soapType: 'xsd:string',
    filterable: kind.comparable,
    sortable: kind.comparable,
    groupable: kind.groupable,
    defaultLength: kind.defaultLength,
    foldsCase: true,
    declarationFlaw: (field) => lengthFlaw(field, kind.customLengths),
    formulaType: 'Text',
    ...(kind.extraTypeInfo === undefined ? {} : { extraTypeInfo: kind.extraTypeInfo }),
  };
}

/**
 * Checks a text: a string, free of NUL and lone surrogates (neither can be stored as UTF-8), at most
 * `field.length` UTF-16 code units long, the unit in which JavaScript, Java and Apex count.
 */
export function parseText(
  field: FieldDef,
  input: unknown,
  describeType: string,
  defaultLength: number,
): Parsed {
  if (isEmpty(input)) return EMPTY;
  if (typeof input !== 'string') return cannotDeserialize(describeType, input);
  const limit = field.length ?? defaultLength;
  if (input.length > limit) {
    const message = `${field.label}: data value too large: ${preview(input)} (max length=${limit})`;
    return refused('STRING_TOO_LONG', message);
  }
  const flaw = unstorable(input);
  if (flaw !== undefined) {
    return refused('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${flaw}`);
  }
  return stored(input);
}

function lengthFlaw({ custom, length }: FieldDef, limits: TextKind['customLengths']): string | undefined {
  if (!custom || limits === undefined) return undefined;
  const [least, most] = limits;
  if (length === undefined) return '<length> is missing';
  return length < least || length > most ? `<length> is ${length}, expected ${least} to ${most}` : undefined;
}

/** Why PostgreSQL could not store this text, or undefined when it can. */
function unstorable(text: string): string | undefined {
  if (text.includes('\0')) return 'text with a NUL character';
  if (LONE_SURROGATE.test(text)) return 'text with half a surrogate pair';
  return undefined;
}
