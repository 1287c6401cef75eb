import { environment } from '@muster/server';
import { describe, expect, it } from 'vitest';
import { namesInTables, readDoc } from '../support/doc-file.js';

const guide = readDoc('docs/config.md');
const { properties = {} } = environment.toJSONSchema({ io: 'output' });
const defaults = Object.entries(properties).map(
  ([name, property]) => [name, typeof property === 'object' ? property.default : undefined] as const,
);

/** The default a row of the table names: what stands in backticks alone in its second cell. */
function defaultOf(name: string): string | undefined {
  const row = guide.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
  return /^`([^`]+)`$/.exec((row.split('|')[2] ?? '').trim())?.[1];
}

describe('docs/config.md', () => {
  it('names every variable there is, and no other', () => {
    expect([...namesInTables(guide)].sort()).toEqual(defaults.map(([name]) => name).sort());
  });

  it.each(defaults)('says the default of %s', (name, value) => {
    expect(defaultOf(name)).toBe(value === undefined ? undefined : String(value));
  });
});
