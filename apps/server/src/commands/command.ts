/** One command of the launcher. */
export interface Command {
  readonly name: string;
  /** What follows the name: `"SOQL" [--username NAME]`. */
  readonly usage: string;
  readonly summary: string;
  /** More lines for `--help`. */
  readonly details?: readonly string[];
  /** Runs it and gives the exit code. @throws UsageError, ConfigError, MusterError with a sentence for the operator */
  run(args: readonly string[]): Promise<number>;
}

/** A command that was called in a way it does not understand. */
export class UsageError extends Error {}

/** Options of the form `--name value` and `--flag`, and what stands besides them. */
export interface Arguments {
  readonly positional: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  /** Options that may be given several times. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

interface Known {
  readonly options?: readonly string[];
  readonly flags?: readonly string[];
  /** Each with its letter: `{ metadata: 'm' }` for `--metadata` and `-m`. */
  readonly lists?: Readonly<Record<string, string>>;
}

/** Reads arguments. @throws UsageError for an option that is not known or lacks its value */
export function readArguments(args: readonly string[], known: Known): Arguments {
  const positional: string[] = [];
  const options = new Map<string, string>();
  const flags = new Set<string>();
  const lists = new Map<string, string[]>();
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    const value = args[i + 1];
    const list = listNamed(arg, known.lists);
    if (list !== undefined && value !== undefined) {
      lists.set(list, [...(lists.get(list) ?? []), value]);
      i += 1;
    } else if (list === undefined && !arg.startsWith('--')) positional.push(arg);
    else if (known.flags?.includes(arg.slice(2))) flags.add(arg.slice(2));
    else if (known.options?.includes(arg.slice(2)) && value !== undefined) {
      options.set(arg.slice(2), value);
      i += 1;
    } else throw new UsageError(`${arg} is not known or lacks its value`);
  }
  return { positional, options, flags, lists };
}

function listNamed(arg: string, lists: Known['lists'] = {}): string | undefined {
  return Object.keys(lists).find((name) => arg === `--${name}` || arg === `-${lists[name]}`);
}
