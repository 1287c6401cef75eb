const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings may not hold them
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;

/**
 * The offset at which a text stops being JSON (RFC 8259), its length when it ends too early, undefined when it is
 * valid. The engine's own messages do not always say. For texts whose nesting has been bounded.
 */
export function findJsonFault(text: string): number | undefined {
  const fault = readValue(text, skip(text, 0));
  if (typeof fault === 'object') return fault.at;
  const end = skip(text, fault);
  return end === text.length ? undefined : end;
}

/** Where reading goes on, or the place it cannot. */
type Progress = number | { readonly at: number };

function readValue(text: string, at: number): Progress {
  switch (text.charAt(at)) {
    case '{':
      return readList(text, at, '}', readMember);
    case '[':
      return readList(text, at, ']', readValue);
    case '"':
      return readToken(STRING, text, at);
    default:
      return readToken(/[-\d]/.test(text.charAt(at)) ? NUMBER : WORD, text, at);
  }
}

function readMember(text: string, at: number): Progress {
  const afterName = readToken(STRING, text, at);
  if (typeof afterName === 'object') return afterName;
  const colon = skip(text, afterName);
  return text.charAt(colon) === ':' ? readValue(text, skip(text, colon + 1)) : { at: colon };
}

function readList(
  text: string,
  open: number,
  close: string,
  readItem: (text: string, at: number) => Progress,
): Progress {
  let at = skip(text, open + 1);
  if (text.charAt(at) === close) return at + 1;
  for (;;) {
    const afterItem = readItem(text, at);
    if (typeof afterItem === 'object') return afterItem;
    at = skip(text, afterItem);
    if (text.charAt(at) === close) return at + 1;
    if (text.charAt(at) !== ',') return { at };
    at = skip(text, at + 1);
  }
}

function readToken(pattern: RegExp, text: string, at: number): Progress {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? { at } : at + match[0].length;
}

function skip(text: string, at: number): number {
  SPACE.lastIndex = at;
  return at + (SPACE.exec(text)?.[0].length ?? 0);
}
