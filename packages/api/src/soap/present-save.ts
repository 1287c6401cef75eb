import type { MusterError } from '@muster/kernel';
import type { SaveResult } from '@muster/records';
import type { XmlFields } from './print-xml.js';

/** `SaveResult`, and `DeleteResult` and its kin, which are made alike. */
export function presentResult({ errors, id, success }: SaveResult): XmlFields {
  return { errors: errors.map(presentError), id: id ?? null, success };
}

export function presentUpsertResult({ created, errors, id, success }: SaveResult): XmlFields {
  return { created: success && created === true, errors: errors.map(presentError), id: id ?? null, success };
}

/** `Error` of the WSDL, whose clients know no code for a value that cannot be read but this one. */
export function presentError({ code, fields, message }: MusterError): XmlFields {
  const statusCode = code === 'JSON_PARSER_ERROR' ? 'INVALID_TYPE_ON_FIELD_IN_RECORD' : code;
  return { fields, message, statusCode };
}
