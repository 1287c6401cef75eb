/** Runs work again and again on demand, each run after the one before has ended, whether or not that succeeded. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const run = last.then(work, work);
    last = run.catch(() => undefined);
    return run;
  };
}
