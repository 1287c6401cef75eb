import { type Word, wordsOf } from '@muster/kernel';

const LENGTH = 180;
/** Characters shown before the first hit. */
const LEAD = 50;

/**
 * The part of a text where most of the searched words stand close together, each hit between ⟦ and ⟧; null when the
 * text has none of them. `searched` are plain words; a longer word that begins with one is a hit too.
 */
export function makeSnippet(text: string, searched: readonly string[]): string | null {
  const clean = text.replace(/[⟦⟧]/g, ' ');
  const words = wordsOf(clean);
  const hits = words.filter((word) => isHit(word, searched));
  const best = bestHit(hits, searched);
  if (best === undefined) return null;
  const from = words.find((word) => word.start >= best.start - LEAD) ?? best;
  const to = words.findLast((word) => word.end <= Math.max(from.start + LENGTH, best.end)) ?? best;
  const isStart = from === words[0];
  const isEnd = to === words.at(-1);
  const start = isStart ? 0 : from.start;
  const end = isEnd ? clean.length : to.end;
  const shown = hits.filter((hit) => hit.start >= start && hit.end <= end);
  return `${isStart ? '' : '…'}${mark(clean, shown, start, end).trim()}${isEnd ? '' : '…'}`;
}

/** Whether a word is, or begins with, a searched word. */
export function isHit(word: Word, searched: readonly string[]): boolean {
  return searched.some((each) => word.plain.startsWith(each));
}

/** The first hit from which most different searched words follow within the length of a snippet. */
function bestHit(hits: readonly Word[], searched: readonly string[]): Word | undefined {
  let best: Word | undefined;
  let most = 0;
  for (const [i, hit] of hits.entries()) {
    const found = searchedFrom(hits, i, hit.start + LENGTH - LEAD, searched);
    if (found > most) [best, most] = [hit, found];
  }
  return best;
}

/** How many searched words the hits from `first` on hold, as far as `end`. */
function searchedFrom(
  hits: readonly Word[],
  first: number,
  end: number,
  searched: readonly string[],
): number {
  const found = new Set<string>();
  for (let i = first; i < hits.length; i += 1) {
    const hit = hits[i] as Word;
    if (i > first && hit.end > end) break;
    for (const each of searched) if (hit.plain.startsWith(each)) found.add(each);
  }
  return found.size;
}

function mark(text: string, hits: readonly Word[], start: number, end: number): string {
  let marked = '';
  let at = start;
  for (const hit of hits) {
    marked += `${text.slice(at, hit.start)}⟦${text.slice(hit.start, hit.end)}⟧`;
    at = hit.end;
  }
  return marked + text.slice(at, end);
}
