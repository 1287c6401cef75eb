import { sayProgress } from './say.js';

/** Milliseconds between two lines. */
const PAUSE = 2_000;

/** Says how far something is that takes its time, every other second. */
export function tellProgress(): (done: { readonly what: string; readonly share: number }) => void {
  let last = Date.now();
  return ({ what, share }) => {
    if (Date.now() - last < PAUSE) return;
    last = Date.now();
    sayProgress(`${String(Math.floor(share * 100)).padStart(3)} % ${what}`);
  };
}
