import type { ErrorCode, MusterError } from '@muster/kernel';
import type { ApiResponse } from '../api-request.js';
import { envelope } from './envelope.js';
import { escapeXml, printElements } from './print-xml.js';

export interface FaultForm {
  readonly namespace: string;
  /** Whether faults have the types of the partner and enterprise WSDLs, whose clients know no code but those listed there. */
  readonly isTyped: boolean;
}

/** Codes the WSDLs do not list among their exceptions, and the one that says nearly the same. */
const LISTED: Partial<Record<ErrorCode, string>> = {
  INSUFFICIENT_ACCESS_OR_READONLY: 'INSUFFICIENT_ACCESS',
  INVALID_INPUT: 'INVALID_OPERATION',
  LOGIN_RATE_EXCEEDED: 'REQUEST_LIMIT_EXCEEDED',
  METHOD_NOT_ALLOWED: 'INVALID_OPERATION',
  NOT_FOUND: 'INVALID_FIELD',
  REQUEST_RATE_EXCEEDED: 'REQUEST_LIMIT_EXCEEDED',
  REQUEST_TOO_LARGE: 'EXCEEDED_MAX_SIZE_REQUEST',
};

/** Elements that hold the detail of a fault, by its code; the others are `ApiFault`. */
const ELEMENTS: Readonly<Record<string, string>> = {
  INVALID_FIELD: 'InvalidFieldFault',
  INVALID_LOGIN: 'LoginFault',
  INVALID_NEW_PASSWORD: 'InvalidNewPasswordFault',
  INVALID_QUERY_LOCATOR: 'InvalidQueryLocatorFault',
  INVALID_SESSION_ID: 'UnexpectedErrorFault',
  INVALID_TYPE: 'InvalidSObjectFault',
  MALFORMED_ID: 'InvalidIdFault',
  MALFORMED_QUERY: 'MalformedQueryFault',
  MALFORMED_SEARCH: 'MalformedSearchFault',
  UNKNOWN_EXCEPTION: 'UnexpectedErrorFault',
};

/** Those that say where in a query something is wrong; -1 where no query is. */
const WITH_PLACE = new Set([
  'InvalidFieldFault',
  'InvalidSObjectFault',
  'MalformedQueryFault',
  'MalformedSearchFault',
]);

/** A fault with its code in `faultcode` and in the detail, where different clients look for it. */
export function presentFault(error: MusterError, { namespace, isTyped }: FaultForm): ApiResponse {
  const code = (isTyped ? LISTED[error.code] : undefined) ?? error.code;
  const element = `sf:${(isTyped ? ELEMENTS[code] : undefined) ?? 'ApiFault'}`;
  const place = { row: error.at?.row ?? -1, column: error.at?.column ?? -1 };
  const members = {
    'sf:exceptionCode': code,
    'sf:exceptionMessage': error.message,
    ...(WITH_PLACE.has(element.slice(3)) ? { 'sf:row': place.row, 'sf:column': place.column } : {}),
  };
  const fault =
    `<soapenv:Fault><faultcode>sf:${code}</faultcode>` +
    `<faultstring>${code}: ${escapeXml(error.message)}</faultstring>` +
    `<detail><${element} xsi:type="${element}">${printElements(members)}</${element}></detail></soapenv:Fault>`;
  return envelope(fault, 500, ` xmlns:sf="${namespace}"`);
}
