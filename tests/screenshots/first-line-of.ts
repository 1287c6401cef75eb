/** What went wrong, without the log that browsers add. */
export function firstLineOf(failure: unknown): string {
  const text = failure instanceof Error ? failure.message : String(failure);
  return text.split('\n', 1)[0] ?? '';
}
