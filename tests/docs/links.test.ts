import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf, docPaths, PROJECT, proseOf, readDoc } from '../support/doc-file.js';

function linksOf(path: string): readonly string[] {
  const targets = [...proseOf(readDoc(path)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^(https?|mailto):/.test(target));
}

function isThere(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? from : normalize(join(dirname(from), file));
  if (!existsSync(join(PROJECT, path))) return false;
  return anchor === undefined || anchorsOf(readDoc(path)).has(anchor);
}

describe('every link of', () => {
  it.each(docPaths())('%s leads somewhere', (path) => {
    expect(linksOf(path).filter((target) => !isThere(path, target))).toEqual([]);
  });
});

describe('every guide', () => {
  it('stands in the index', () => {
    const index = linksOf('docs/README.md');
    const guides = docPaths().filter((path) => /^docs\/[^/]+\.md$/.test(path) && path !== 'docs/README.md');
    expect(guides.filter((path) => !index.includes(path.slice('docs/'.length)))).toEqual([]);
  });
});
