import type { QuestionnaireScreen } from '@muster/client';
import type { applyEn } from '../../messages/apply/en.js';

export interface ProgressWords {
  readonly key: keyof typeof applyEn;
  readonly values: { readonly position: number; readonly of: number };
}

/**
 * How far along, in words. The number of questions can change with an answer, so it is "about" that many; of a single
 * question so far nothing is said about how many come.
 */
export function progressWords({ position, of }: Pick<QuestionnaireScreen, 'position' | 'of'>): ProgressWords {
  const values = { position, of };
  if (of <= 1) return { key: 'progress.first', values };
  return { key: position >= of ? 'progress.last' : 'progress', values };
}
