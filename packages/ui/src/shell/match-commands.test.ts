import { expect, test } from 'vitest';
import { byGroup, type Command, matchCommands } from './match-commands.js';

const command = (label: string, group = 'Go to', detail?: string): Command => ({
  id: label,
  label,
  group,
  detail,
});
const commands = [
  command('Hiring board'),
  command('New requisition', 'Create'),
  command('Joel Brandt', 'People', 'A-2026-00417'),
  command('Renée Boardman', 'People'),
];
const find = (text: string) => matchCommands(commands, text).map((found) => found.label);

test('no text shows everything in order', () => {
  expect(find('  ')).toEqual(commands.map((each) => each.label));
});

test('every word must be found, in label or detail, whatever the case or accents', () => {
  expect(find('REQ new')).toEqual(['New requisition']);
  expect(find('joel 00417')).toEqual(['Joel Brandt']);
  expect(find('renee')).toEqual(['Renée Boardman']);
  expect(find('joel 00418')).toEqual([]);
});

test('labels that begin with the text come first', () => {
  const all = [command('Hiring board'), command('Board settings')];
  expect(matchCommands(all, 'board').map((found) => found.label)).toEqual(['Board settings', 'Hiring board']);
});

test('groups keep the order of their first command', () => {
  expect(byGroup(commands).map(([group, members]) => [group, members.length])).toEqual([
    ['Go to', 1],
    ['Create', 1],
    ['People', 2],
  ]);
});
