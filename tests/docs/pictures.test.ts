import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docPair, docPictures } from '../screenshots/doc-pictures.js';
import { MOST_BYTES } from '../screenshots/encode-webp.js';
import { docPaths, PROJECT, readDoc } from '../support/doc-file.js';

const folder = join(PROJECT, 'docs/screenshots');
const kept = readdirSync(folder).sort();

describe('the pictures of README and guides', () => {
  it('are those that `npm run screenshots -- docs` takes', () => {
    const taken = [...docPictures.map(({ state }) => state.name), docPair.name];
    expect(kept).toEqual(taken.map((name) => `${name}.webp`).sort());
  });

  it('are each shown somewhere', () => {
    const shown = docPaths().flatMap((path) =>
      [...readDoc(path).matchAll(/!\[[^\]]+\]\((?:docs\/)?screenshots\/([a-z-]+\.webp)\)/g)].map(
        ([, name]) => name,
      ),
    );
    expect([...new Set(shown)].sort()).toEqual(kept);
  });

  it('are WebP, and small enough to be loaded with the page', () => {
    for (const name of kept) expect(statSync(join(folder, name)).size, name).toBeLessThan(MOST_BYTES);
  });
});
