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
}

/** Reads arguments. @throws UsageError for an option that is not known or lacks its value */
export function readArguments(
  args: readonly string[],
  known: { readonly options?: readonly string[]; readonly flags?: readonly string[] },
): Arguments {
  const positional: string[] = [];
  const options = new Map<string, string>();
  const flags = new Set<string>();
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('--')) positional.push(arg);
    else if (known.flags?.includes(arg.slice(2))) flags.add(arg.slice(2));
    else if (known.options?.includes(arg.slice(2)) && args[i + 1] !== undefined) {
      options.set(arg.slice(2), args[i + 1] ?? '');
      i += 1;
    } else throw new UsageError(`${arg} is not known or lacks its value`);
  }
  return { positional, options, flags };
}
