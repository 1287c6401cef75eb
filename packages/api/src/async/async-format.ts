import type { ErrorCode, MusterError } from '@muster/kernel';
import type { ApiRequest, ApiResponse } from '../api-request.js';
import { json } from '../responses.js';
import { printElements, type XmlFields } from '../soap/print-xml.js';

/** The namespace of everything this API writes in XML. */
export const ASYNC_NAMESPACE = 'http://www.force.com/2009/06/asyncapi/dataload';
const XML_TYPE = 'application/xml;charset=UTF-8';

export type AsyncFormat = 'JSON' | 'XML';

/** Answers about jobs have the format of the request, answers about batches that of the job. */
export function formatOf({ headers }: ApiRequest): AsyncFormat {
  return /json/i.test(headers['content-type'] ?? '') ? 'JSON' : 'XML';
}

/** One element with members; in JSON its members alone. */
export function presentElement(
  format: AsyncFormat,
  name: string,
  fields: XmlFields,
  status = 200,
): ApiResponse {
  return format === 'JSON' ? json(fields, status) : xmlDocument(name, printElements(fields), status);
}

/** A document of this API around contents that are XML already. */
export function xmlDocument(name: string, contents: string, status = 200): ApiResponse {
  const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const body = `<?xml version="1.0" encoding="UTF-8"?><${name} xmlns="${ASYNC_NAMESPACE}" ${xsi}>${contents}</${name}>`;
  return { status, headers: { 'content-type': XML_TYPE }, body };
}

/** How this API spells its errors; an error may name its own. */
const EXCEPTIONS: Partial<Record<ErrorCode, string>> = {
  API_DISABLED_FOR_ORG: 'FeatureNotEnabled',
  FUNCTIONALITY_NOT_ENABLED: 'FeatureNotEnabled',
  INVALIDBATCH: 'ClientInputError',
  INVALIDENTITY: 'InvalidEntity',
  INVALIDJOBSTATE: 'InvalidJobState',
  INVALID_INPUT: 'ClientInputError',
  INVALID_SESSION_ID: 'InvalidSessionId',
  INVALID_TYPE: 'InvalidEntity',
  JSON_PARSER_ERROR: 'ClientInputError',
  MISSING_ARGUMENT: 'InvalidJob',
  NOT_FOUND: 'InvalidUrl',
  REQUEST_LIMIT_EXCEEDED: 'ExceededQuota',
  UNKNOWN_EXCEPTION: 'Unknown',
};

/** Every failure is 400 here, but those that are none of the caller's. */
export function presentException({ code, data, message }: MusterError, request: ApiRequest): ApiResponse {
  const named = typeof data?.exceptionCode === 'string' ? data.exceptionCode : undefined;
  const exceptionCode = named ?? EXCEPTIONS[code] ?? 'ClientInputError';
  const status = code === 'UNKNOWN_EXCEPTION' ? 500 : 400;
  return presentElement(formatOf(request), 'error', { exceptionCode, exceptionMessage: message }, status);
}
