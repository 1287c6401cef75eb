import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorStatus } from '@muster/kernel';
import { describe, expect, it } from 'vitest';
import { PROJECT, readDoc, sectionOf } from '../support/doc-file.js';

/** Code, status, when, what to do: the rows of the table. */
const rows = sectionOf(readDoc('docs/errors.md'), 'Codes')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').slice(1, -1))
  .map((cells) => cells.map((cell) => cell.trim()));

function sources(): readonly string[] {
  return ['packages', 'solutions', 'apps'].flatMap((folder) =>
    readdirSync(join(PROJECT, folder)).flatMap((name) => filesBelow(join(PROJECT, folder, name, 'src'))),
  );
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('docs/errors.md', () => {
  it('names every code with its status, and no other, in order', () => {
    expect(rows.map(([code, status]) => [code, status])).toEqual(
      Object.entries(errorStatus).map(([code, status]) => [`\`${code}\``, String(status)]),
    );
  });

  it('says of each code when it comes and what to do', () => {
    for (const cells of rows) expect(cells.filter((cell) => cell.length > 5)).toHaveLength(3);
  });
});

describe('every code', () => {
  it('is raised somewhere', () => {
    const text = sources()
      .filter((path) => !path.endsWith('error-codes.ts'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    expect(Object.keys(errorStatus).filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  });
});
