/** Whole seconds until `deadline`, rounded up so that "0:01" is the last thing seen; 0 once it has passed. Times in ms. */
export function remainingSeconds(deadline: number, now: number): number {
  return Math.max(0, Math.ceil((deadline - now) / 1000));
}

/** Seconds as "0:58" or "12:05". */
export function formatCountdown(seconds: number): string {
  const rest = String(seconds % 60).padStart(2, '0');
  return `${Math.floor(seconds / 60)}:${rest}`;
}
