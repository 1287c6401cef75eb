/**
 * What the second argument of `hashtextextended` stands for in our advisory locks: one number per use, so that locks
 * of different uses never meet. `_begin_write` of the org migrations holds the first.
 */
export const LOCK_SPACE = { deploy: 1, jobRunner: 2, sequencer: 3 } as const;
