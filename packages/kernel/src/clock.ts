/** The time, as an argument: tests and the demo set it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is moved. */
export function fixedClock(start: number | string): Clock & { set(time: number | string): void } {
  let time = new Date(start).getTime();
  return {
    now: () => time,
    set(next) {
      time = new Date(next).getTime();
    },
  };
}
