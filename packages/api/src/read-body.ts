import { MusterError, positionAt } from '@muster/kernel';
import type { z } from 'zod';
import type { ApiRequest } from './api-request.js';
import { findJsonFault } from './find-json-fault.js';

const MAX_DEPTH = 100;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BRACKET = 0x5b;
const BRACE = 0x7b;

/** The body as text. @throws MusterError JSON_PARSER_ERROR when it is not UTF-8. */
export function readText(request: ApiRequest): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(request.body);
  } catch {
    throw new MusterError('JSON_PARSER_ERROR', 'The request body is not valid UTF-8');
  }
}

/** The body as JSON. @throws MusterError JSON_PARSER_ERROR with line and column, UNSUPPORTED_MEDIA_TYPE for XML. */
export function readJson(request: ApiRequest): unknown {
  if (/xml/i.test(request.headers['content-type'] ?? '')) {
    throw new MusterError(
      'UNSUPPORTED_MEDIA_TYPE',
      'Bodies are read as application/json; XML is not supported here.',
    );
  }
  const text = readText(request);
  if (isNestedDeeper(text, MAX_DEPTH)) {
    throw new MusterError(
      'JSON_PARSER_ERROR',
      `The request body is nested more than ${MAX_DEPTH} levels deep`,
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new MusterError('JSON_PARSER_ERROR', describeSyntaxError(text));
  }
}

/** The body as JSON of this shape. @throws MusterError JSON_PARSER_ERROR naming the member that is wrong. */
export function readShape<Shape extends z.ZodType>(request: ApiRequest, shape: Shape): z.output<Shape> {
  const result = shape.safeParse(readJson(request));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const member = issue?.path.join('.') || 'the body';
  throw new MusterError(
    'JSON_PARSER_ERROR',
    `Cannot read ${member}: ${issue?.message ?? 'not of the expected shape'}`,
  );
}

/** A JSON object with the fields of one record. @throws MusterError JSON_PARSER_ERROR */
export function readRecord(request: ApiRequest): Readonly<Record<string, unknown>> {
  const value = readJson(request);
  if (isObject(value)) return value;
  throw new MusterError(
    'JSON_PARSER_ERROR',
    'The request body must be a JSON object with the fields of one record',
  );
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describeSyntaxError(text: string): string {
  if (text.trim() === '') return 'The HTTP entity body is required, but this request has no entity body.';
  const offset = findJsonFault(text) ?? text.length;
  const { row, column } = positionAt(text, offset);
  const found = offset === text.length ? 'end of input' : `character ${JSON.stringify(text.charAt(offset))}`;
  return `Unexpected ${found} at [line:${row}, column:${column}]`;
}

/** Whether brackets outside of strings open further than `levels`: no walk over the value can then run out of stack. */
function isNestedDeeper(text: string, levels: number): boolean {
  let depth = 0;
  let isString = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) isString = !isString;
    else if (code === BACKSLASH) i += 1;
    else if (isString) continue;
    else if (code === BRACKET || code === BRACE) depth += 1;
    else if (code === BRACKET + 2 || code === BRACE + 2) depth -= 1;
    if (depth > levels) return true;
  }
  return false;
}
