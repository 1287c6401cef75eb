/** A line for whoever typed the command. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What is under way, for whoever waits: beside the output, which other programs may read. */
export function sayProgress(line: string): void {
  process.stderr.write(`${line}\n`);
}
