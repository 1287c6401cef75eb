import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const STYLE = `
:root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif; }
body { margin: 0 24px 48px; }
form { position: sticky; top: 0; display: flex; gap: 16px; padding: 12px 0; background: Canvas; z-index: 1; }
section { border-top: 1px solid GrayText; padding: 12px 0; }
h2 { font-size: 14px; margin: 0 0 8px; }
div { display: flex; gap: 16px; align-items: start; overflow-x: auto; }
figure { margin: 0; flex: none; }
img { display: block; height: 420px; width: auto; border: 1px solid GrayText; }
figcaption { color: GrayText; font-size: 12px; }
`;

/** A page that shows every picture of the folder by app and state. Gives back how many there are. */
export async function writeContactSheet(folder: string): Promise<number> {
  const pictures = await picturesBelow(folder);
  const states = [...new Set(pictures.map(({ state }) => state))];
  const looks = [...new Set(pictures.flatMap((picture) => picture.looks))];
  const row = (state: string) =>
    pictures
      .filter((picture) => picture.state === state)
      .map(figure)
      .join('\n');
  const hidden = looks.map((look) => `body:not(:has([name="${look}"]:checked)) figure[data-look~="${look}"]`);
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every state of every page</title>
<style>${STYLE}${hidden.join(',\n')} { display: none; }</style>
<form>${looks.map((look) => `<label><input type="checkbox" name="${look}" checked> ${look}</label>`).join('\n')}</form>
${states.map((state) => `<section><h2>${state}</h2><div>${row(state)}</div></section>`).join('\n')}
</html>
`;
  await writeFile(join(folder, 'index.html'), html);
  return pictures.length;
}

interface Picture {
  /** Below the folder, such as `portal/home.390-light-en.png`. */
  readonly path: string;
  /** `portal/home` */
  readonly state: string;
  /** `390`, `light`, `en` */
  readonly looks: readonly string[];
}

async function picturesBelow(folder: string): Promise<readonly Picture[]> {
  const paths = await readdir(folder, { recursive: true });
  return paths.sort().flatMap((path) => {
    const [, state = '', look = ''] = /^(.+)\.(\d+-[a-z]+-[a-z]+)\.png$/.exec(path) ?? [];
    return state === '' ? [] : [{ path, state, looks: look.split('-') }];
  });
}

function figure({ path, looks }: Picture): string {
  const look = looks.join(' ');
  return `<figure data-look="${look}"><a href="${path}"><img src="${path}" alt="${path}" loading="lazy"></a><figcaption>${look}</figcaption></figure>`;
}
