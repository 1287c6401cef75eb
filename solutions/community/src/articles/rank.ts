import { wordsOf } from '@muster/kernel';
import { isHit } from './snippet.js';

/**
 * How far a found article is from the searched words: nothing for each word in its title, 1 for one only in its
 * summary, 2 for one only in its text. The nearest come first.
 */
export function rankOf(
  article: { readonly title: string; readonly summary: string },
  searched: readonly string[],
): number {
  const title = wordsOf(article.title);
  const summary = wordsOf(article.summary);
  let rank = 0;
  for (const each of searched) {
    if (title.some((word) => isHit(word, [each]))) continue;
    rank += summary.some((word) => isHit(word, [each])) ? 1 : 2;
  }
  return rank;
}
