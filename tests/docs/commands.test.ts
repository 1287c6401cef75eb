import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeBlocks, docPaths, PROJECT, readDoc } from '../support/doc-file.js';

/** How a block is used: those with `run` are executed by tests/db/docs, the others are read by people. */
const KINDS: ReadonlySet<string> = new Set([
  'js jsforce',
  'json',
  'sh',
  'sh curl',
  'sh sf',
  'soql',
  'sql',
  'text',
  'xml',
]);

const folder = join(PROJECT, 'apps/server/src/commands');
/** What each command says of its use, by its name. */
const usages = new Map(
  readdirSync(folder).flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const name = /^ {2}name: '([a-z-]+)',$/m.exec(text)?.[1];
    return name === undefined ? [] : [[name, /^ {2}usage: '(.*)',$/m.exec(text)?.[1] ?? ''] as const];
  }),
);

interface Call {
  readonly name: string;
  readonly options: readonly string[];
}

/** Calls of the launcher in the blocks of a guide: command and options. */
function callsIn(path: string): readonly Call[] {
  const lines = codeBlocks(readDoc(path))
    .filter((block) => block.language === 'sh')
    .flatMap((block) => block.code.replaceAll('\\\n', ' ').split('\n'));
  return lines.flatMap((line) =>
    [...line.matchAll(/\.\/muster ([a-z-]+)([^#)|]*)/g)].map(([, name = '', rest = '']) => ({
      name,
      options: [...rest.replace(/"[^"]*"|'[^']*'/g, '').matchAll(/--[a-z-]+/g)].map(([option]) => option),
    })),
  );
}

describe('every block of', () => {
  it.each(docPaths())('%s is of a known kind', (path) => {
    const kinds = codeBlocks(readDoc(path)).map(({ language, tag }) =>
      language === 'json' ? 'json' : `${language} ${tag}`.trim(),
    );
    expect(kinds.filter((kind) => !KINDS.has(kind))).toEqual([]);
  });
});

describe('every call of ./muster in', () => {
  it.each(docPaths())('%s is one the launcher knows', (path) => {
    for (const { name, options } of callsIn(path)) {
      const usage = usages.get(name);
      expect(usage, `./muster ${name}`).toBeDefined();
      for (const option of options) expect(`${usage} --help`).toContain(option);
    }
  });
});
