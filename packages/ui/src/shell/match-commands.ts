import type { LucideIcon } from 'lucide-react';

/** Something the command palette can do or open. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** The heading it stands under, such as "Go to" or "People". */
  readonly group: string;
  /** More text that finds it, shown small beside the label: an application's number, a unit. */
  readonly detail?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly shortcut?: string | undefined;
  readonly href?: string | undefined;
  readonly onAction?: (() => void) | undefined;
}

/**
 * The commands that hold every word of `text` in label or detail, case and accents aside. Those whose label begins
 * with the text come first; otherwise the given order stays.
 */
export function matchCommands(commands: readonly Command[], text: string): readonly Command[] {
  const wanted = plain(text);
  if (wanted === '') return commands;
  const words = wanted.split(' ');
  const found = commands.filter((command) => {
    const searched = plain(`${command.label} ${command.detail ?? ''}`);
    return words.every((word) => searched.includes(word));
  });
  const begins = (command: Command) => plain(command.label).startsWith(wanted);
  return [...found.filter(begins), ...found.filter((command) => !begins(command))];
}

/** Things by heading, headings in the order of their first member. */
export function byGroup<Member extends { readonly group: string }>(
  members: readonly Member[],
): readonly (readonly [group: string, members: readonly Member[]])[] {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const known = groups.get(member.group);
    if (known) known.push(member);
    else groups.set(member.group, [member]);
  }
  return [...groups];
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}
