import { type ErrorCode, MusterError, positionAt } from '@muster/kernel';

/** Characters of the query shown on each side of the place an error points at, before whole words are completed. */
const CONTEXT = 30;

/**
 * An error of `code` about the place `offset` in the query `text`, its message in the frame Salesforce clients
 * parse: the words around the place, a caret under it, `ERROR at Row:1:Column:29`, and `message` on the last line.
 */
export function queryError(text: string, code: ErrorCode, offset: number, message: string): MusterError {
  const at = positionAt(text, offset);
  const line = lineAround(text, offset);
  const start = wordStart(line.text, Math.max(0, line.column - CONTEXT));
  const end = wordEnd(line.text, line.column + CONTEXT);
  const frame = [
    '',
    line.text.slice(start, end),
    `${' '.repeat(line.column - start)}^`,
    `ERROR at Row:${at.row}:Column:${at.column}`,
    message,
  ];
  return new MusterError(code, frame.join('\n'), { at });
}

function lineAround(text: string, offset: number): { readonly text: string; readonly column: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const feed = text.indexOf('\n', start);
  const line = text.slice(start, feed === -1 ? text.length : feed);
  return { text: line.endsWith('\r') ? line.slice(0, -1) : line, column: offset - start };
}

function wordStart(line: string, from: number): number {
  const earliest = Math.max(0, from - CONTEXT);
  let start = from;
  while (start > earliest && !isBreak(line.charAt(start - 1))) start -= 1;
  return start;
}

function wordEnd(line: string, from: number): number {
  const latest = from + CONTEXT;
  let end = Math.min(from, line.length);
  while (end < Math.min(latest, line.length) && !isBreak(line.charAt(end))) end += 1;
  return end;
}

function isBreak(character: string): boolean {
  return character === ',' || character === ' ' || character === '\t';
}
