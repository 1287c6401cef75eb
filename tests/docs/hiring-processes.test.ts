import { describe, expect, it } from 'vitest';
import { readDoc, sectionOf } from '../support/doc-file.js';

const guide = sectionOf(readDoc('docs/hiring-processes.md'), 'Members');
const source = readDoc('solutions/recruiting/src/engine/process.ts');

/** Members of an interface of the engine. */
function membersOf(name: string): readonly string[] {
  const [, body = ''] = new RegExp(`export interface ${name} \\{([\\s\\S]*?)^\\}`, 'm').exec(source) ?? [];
  return [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, member = '']) => member);
}

/** First cells of the table whose head names this part. */
function rowsOf(part: string): readonly string[] {
  const table = guide.split('\n\n').find((each) => each.trim().startsWith(`| ${part} | | |`)) ?? '';
  return [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, member = '']) => member);
}

/** The cell that lists the members of a part which has no table of its own. */
function listedIn(part: string, row: string): readonly string[] {
  const line =
    guide.split('\n').find((each) => each.startsWith(`| \`${row}\` |`) && each.includes(part)) ?? '';
  return [...(line.split('|')[3] ?? '').matchAll(/`(\w+)`/g)].map(([, member = '']) => member);
}

describe('docs/hiring-processes.md', () => {
  it.each([
    ['process', 'ProcessVersion'],
    ['step', 'Step'],
    ['outcome', 'Outcome'],
    ['gate', 'Gate'],
    ['disposition', 'Disposition'],
  ])('names every member of a %s, and no other', (part, name) => {
    expect([...rowsOf(part)].sort()).toEqual([...membersOf(name)].sort());
  });

  it.each([
    ['columns of the board', 'phases', 'Phase'],
    ['who is responsible', 'roles', 'Role'],
    ['under which it counts', 'prerequisites', 'Prerequisite'],
    ['after the last', 'retake', 'RetakeRule'],
  ])('names every member in the row of %s: %s', (part, row, name) => {
    expect([...listedIn(part, row)].sort()).toEqual([...membersOf(name)].sort());
  });

  it('lists the kinds of steps', () => {
    const [, kinds = ''] = /stepKinds = \[([\s\S]*?)\]/.exec(source) ?? [];
    const [, listed = ''] = /^Kinds: ([\s\S]*?)\.$/m.exec(guide) ?? [];
    const names = (text: string, quote: string) => text.split(quote).filter((_, i) => i % 2 === 1);
    expect(names(listed, '`')).toEqual(names(kinds, "'"));
  });
});
