import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** A fenced block of a Markdown file. */
export interface CodeBlock {
  readonly language: string;
  /** What stands behind the language: `jsforce` in ```` ```js jsforce ````. */
  readonly tag: string;
  readonly code: string;
  readonly line: number;
}

/** The guides and the other Markdown files of the project, by their path from its folder. */
export function docPaths(): readonly string[] {
  const atTheRoot = readdirSync(PROJECT).filter((name) => name.endsWith('.md'));
  const below = readdirSync(join(PROJECT, 'docs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(PROJECT, join(entry.parentPath, entry.name)));
  return [...atTheRoot, ...below].sort();
}

export function readDoc(path: string): string {
  return readFileSync(join(PROJECT, path), 'utf8');
}

/** The fenced blocks of a text, in order. */
export function codeBlocks(text: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  for (const match of text.matchAll(/^```(\w+)(?: +([^\n]*))?\n([\s\S]*?)^```$/gm)) {
    const [, language = '', tag = '', code = ''] = match;
    blocks.push({ language, tag: tag.trim(), code, line: text.slice(0, match.index).split('\n').length });
  }
  return blocks;
}

/** The text without fenced blocks and code spans: what a reader reads as prose. */
export function proseOf(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
}

/** First cells of the rows of all tables below a heading, or of the whole text: what stands in backticks there. */
export function namesInTables(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

/** What stands under a heading, up to the next one of its level or higher. */
export function sectionOf(text: string, heading: string): string {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading);
  if (from === -1) throw new Error(`There is no heading ${heading}`);
  const level = (lines[from] ?? '').indexOf(' ');
  const rest = lines.slice(from + 1);
  const to = rest.findIndex((line) => new RegExp(`^#{1,${level}} `).test(line));
  return (to === -1 ? rest : rest.slice(0, to)).join('\n');
}

/** The anchors of a text's headings, as the usual viewers make them. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, title = ''] of text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ +(.+)$/gm)) {
    const plain = title.toLowerCase().replace(/[^\p{L}\p{N}\- _]/gu, '');
    const anchor = plain.replaceAll(' ', '-');
    let unique = anchor;
    for (let n = 1; anchors.has(unique); n += 1) unique = `${anchor}-${n}`;
    anchors.add(unique);
  }
  return anchors;
}
