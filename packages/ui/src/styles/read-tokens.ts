/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const styles = ['palette.css', 'tokens.css'].map((file) =>
  readFileSync(join(import.meta.dirname, file), 'utf8'),
);
const declarations = new Map(
  [...styles.join('').matchAll(/--([\w-]+):\s*([^;]+);/g)].map(
    (match) => [String(match[1]), String(match[2])] as const,
  ),
);

/** The colour (#rrggbb) of a token in a theme, as the style sheets beside this file say. For tests. */
export function colorOf(name: string, theme: 'light' | 'dark'): string {
  const value = declarations.get(name);
  if (value === undefined) throw new Error(`There is no token --${name}.`);
  const both = /^light-dark\((.+),\s*([^,]+)\)$/.exec(value);
  const chosen = both ? String(both[theme === 'light' ? 1 : 2]).trim() : value;
  const reference = /^var\(--([\w-]+)\)$/.exec(chosen);
  return reference ? colorOf(String(reference[1]), theme) : chosen;
}

/** Every colour of the palette in the ten grades whose distances are promised. For tests. */
export function gradeColors(): readonly {
  readonly name: string;
  readonly grade: number;
  readonly color: string;
}[] {
  const promised = new Set([5, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  return [...declarations]
    .map(([name, color]) => ({ name, color, grade: Number(/^[a-z]+-(\d+)$/.exec(name)?.[1]) }))
    .filter(({ grade, color }) => promised.has(grade) && color.startsWith('#'));
}
