import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Where the apps' own texts are. */
export const APPS: readonly string[] = ['apps/portal/src', 'apps/console/src', 'packages/ui/src'];
/** Letters a text must have to be told from a name or a sign. */
const FEWEST_LETTERS = 4;

/** Tells which texts of a page are English ones that the catalogues have in Spanish. */
export type FindEnglish = (page: Page) => Promise<readonly string[]>;

/**
 * Reads every message catalogue and every text given in both languages in a seed or a process. A text of a page
 * counts as left in English when it is one of theirs, with anything in place of arguments, and not also a Spanish one.
 * `fewestWords` leaves out shorter ones, which may be names; `places` are the folders that are read.
 */
export async function englishFinder({
  fewestWords = 1,
  places = [...APPS, 'solutions'],
}: {
  readonly fewestWords?: number;
  readonly places?: readonly string[];
} = {}): Promise<FindEnglish> {
  const pairs = (await Promise.all(places.map((place) => pairsBelow(join(ROOT, place))))).flat();
  const differing = pairs.filter(([en, es]) => en !== es);
  const spanish = new Set([...pairs.map(([, es]) => es), 'English']);
  const english = differing
    .map(([en]) => patternOf(en, fewestWords))
    .filter((pattern) => pattern !== undefined);
  return async (page) => {
    const texts = new Set(await textsOf(page));
    return [...texts].filter((text) => !spanish.has(text) && english.some((pattern) => pattern.test(text)));
  };
}

type Pair = readonly [english: string, spanish: string];

async function pairsBelow(folder: string): Promise<readonly Pair[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !/node_modules|dist|test/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(
    files.map((file) =>
      file.endsWith('/messages/en.ts') || /\/messages\/[a-z-]+\/en\.ts$/.test(file)
        ? catalogue(file)
        : /\/(processes|seed)\/.*\.json$/.test(file)
          ? bilingual(file)
          : [],
    ),
  );
  return found.flat();
}

/** The messages of a catalogue beside those of its Spanish sister. */
async function catalogue(file: string): Promise<readonly Pair[]> {
  const [en, es] = await Promise.all(
    [file, file.replace(/en\.ts$/, 'es.ts')].map(async (name) => {
      const module: Record<string, Record<string, string>> = await import(/* @vite-ignore */ name);
      return Object.values(module)[0] ?? {};
    }),
  );
  return Object.entries(en ?? {}).map(([key, text]) => [text, es?.[key] ?? '']);
}

/** Every `{ "en": …, "es": … }` of a JSON file. */
async function bilingual(file: string): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  JSON.parse(await readFile(file, 'utf8'), (_key, value) => {
    if (typeof value?.en === 'string' && typeof value?.es === 'string') pairs.push([value.en, value.es]);
    return value;
  });
  return pairs;
}

/** Matches a message whatever stands in place of its arguments; undefined when too little of it is fixed. */
function patternOf(message: string, fewestWords: number): RegExp | undefined {
  const fixed = withoutArguments(message.replaceAll(/<\/?\w+>/g, ''));
  if (fixed.join('').replaceAll(/\P{L}/gu, '').length < FEWEST_LETTERS) return undefined;
  if (
    fixed
      .join(' ')
      .split(/\P{L}+/u)
      .filter(Boolean).length < fewestWords
  )
    return undefined;
  return new RegExp(
    `^${fixed.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.{1,40}')}$`,
    'su',
  );
}

/** What stands around the arguments of a message, which may hold braces themselves. */
function withoutArguments(message: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of message) {
    if (sign === '{') depth += 1;
    if (depth === 0) parts[parts.length - 1] += sign;
    if (sign === '}') {
      depth -= 1;
      if (depth === 0) parts.push('');
    }
  }
  return parts;
}

/** Texts and names of a page that are read or spoken, but those in another language and what somebody wrote. */
function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const others = 'script, style, textarea, [lang="en"], .mu-message-text, .mails';
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || parent.closest(others) !== null) continue;
      texts.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
      if (element.closest(others) !== null) continue;
      for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        texts.push(element.getAttribute(name) ?? '');
    }
    return [...texts, document.title].map((text) => text.trim()).filter((text) => text !== '');
  });
}
