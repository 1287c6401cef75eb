import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf, docPaths, PROJECT, proseOf, readDoc } from '../support/doc-file.js';

/** Pictures that guides show and nobody has taken yet, by name. */
const expected = new Set(readDoc('docs/screenshots/expected.txt').split('\n').filter(Boolean));

function linksOf(path: string): readonly string[] {
  const targets = [...proseOf(readDoc(path)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^(https?|mailto):/.test(target));
}

function isThere(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? from : normalize(join(dirname(from), file));
  const isExpected =
    path.startsWith('docs/screenshots/') && expected.has(path.slice('docs/screenshots/'.length));
  if (!existsSync(join(PROJECT, path))) return isExpected;
  return anchor === undefined || anchorsOf(readDoc(path)).has(anchor);
}

describe('every link of', () => {
  it.each(docPaths())('%s leads somewhere', (path) => {
    expect(linksOf(path).filter((target) => !isThere(path, target))).toEqual([]);
  });
});

describe('pictures still to be taken', () => {
  it('are shown in a guide and are not there yet', () => {
    const shown = docPaths().flatMap(linksOf).join('\n');
    for (const name of expected) {
      expect(shown).toContain(`screenshots/${name}`);
      expect(existsSync(join(PROJECT, 'docs/screenshots', name)), `take ${name} off expected.txt`).toBe(
        false,
      );
    }
  });
});

describe('every guide', () => {
  it('stands in the index', () => {
    const index = linksOf('docs/README.md');
    const guides = docPaths().filter((path) => /^docs\/[^/]+\.md$/.test(path) && path !== 'docs/README.md');
    expect(guides.filter((path) => !index.includes(path.slice('docs/'.length)))).toEqual([]);
  });
});
