import { MusterError, tryParseId } from '@muster/kernel';
import { fieldType, findField, type ObjectDef, parseInstant } from '@muster/metadata';
import type { FieldValues, RecordInput, Session } from '@muster/records';
import { requireType } from '../objects.js';
import { childText, type XmlElement } from './xml-element.js';

/** A record of a call: of which object, which one, and the values it brings. */
export interface SentRecord {
  readonly object: ObjectDef;
  readonly input: RecordInput;
}

/**
 * Reads an `sObject`. Its type is its first element, or that of the element itself; what is empty is not said, and
 * `fieldsToNull` names what is to be emptied.
 * @throws MusterError INVALID_TYPE
 */
export function readSentRecord(session: Session, element: XmlElement): SentRecord {
  const object = requireType(session, typeOf(element) ?? '');
  const values: Record<string, unknown> = {};
  for (const child of element.children) {
    if (child.name === 'fieldsToNull') values[child.text.trim()] = null;
    else if (!isHead(child) && !isNil(child))
      values[child.name] = dayOf(object, child.name, valueOfElement(child));
  }
  const id = childText(element, 'Id') ?? childText(element, 'id');
  return { object, input: id ? { id: tryParseId(id) ?? id, values } : { values } };
}

const DAY = /^(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:?\d\d)?$/;

/** XML Schema lets a day name a zone, and older clients send a day as the instant it begins at in UTC. */
function dayOf(object: ObjectDef, name: string, value: string | FieldValues): string | FieldValues {
  const field = findField(object, name);
  if (typeof value !== 'string' || field === undefined || fieldType(field).storage !== 'date') return value;
  const instant = parseInstant(value);
  return instant === undefined
    ? (DAY.exec(value)?.[1] ?? value)
    : new Date(instant).toISOString().slice(0, 10);
}

/** The text of an element, or the parent it names by an external id. */
function valueOfElement(element: XmlElement): string | FieldValues {
  if (element.children.length === 0) return element.text;
  const type = typeOf(element);
  const keys = element.children.filter((child) => !isHead(child) && !isNil(child));
  if (keys.some(({ children }) => children.length > 0)) {
    throw new MusterError('INVALID_FIELD', `${element.name} names a parent by one external id field`);
  }
  return {
    ...(type === undefined ? {} : { attributes: { type } }),
    ...Object.fromEntries(keys.map(({ name, text }) => [name, text])),
  };
}

function typeOf(element: XmlElement): string | undefined {
  const own = childText(element, 'type')?.trim();
  return own || element.schema.type?.split(':').at(-1);
}

const isHead = ({ name }: XmlElement) => /^(type|id|fieldsToNull)$/i.test(name) && name !== 'Type';
const isNil = ({ schema, text, children }: XmlElement) =>
  schema.nil === 'true' || (text === '' && children.length === 0);
