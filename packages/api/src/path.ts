/**
 * The segments of a path, percent-decoded. Repeated and trailing slashes disappear: clients build urls by joining
 * (`//services/data/v60.0/limits/`). Undefined when a segment is not valid percent-encoding.
 */
export function splitPath(path: string): readonly string[] | undefined {
  const segments = path.split('/').filter((segment) => segment !== '');
  if (!path.includes('%')) return segments;
  try {
    return segments.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/**
 * The parameters of a path under a pattern such as `sobjects/:object/:id`, or undefined when it does not fit. Fixed
 * segments match in any case. A last segment `*` stands for the rest of the path, however long.
 */
export function matchPath(
  pattern: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const open = pattern.at(-1) === '*';
  if (open ? segments.length < pattern.length - 1 : segments.length !== pattern.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, expected] of pattern.entries()) {
    if (expected === '*') break;
    const actual = segments[i] ?? '';
    if (expected.startsWith(':')) params[expected.slice(1)] = actual;
    else if (expected !== actual.toLowerCase()) return undefined;
  }
  return params;
}
