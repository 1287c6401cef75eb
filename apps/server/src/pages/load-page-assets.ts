import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ApiResponse } from '@muster/api';
import { PROJECT_FOLDER } from '../config.js';

/** Stylesheets of the design language the server's own pages share with the apps, in cascade order. */
const SHARED_STYLES = ['palette.css', 'tokens.css', 'base.css'] as const;
const FONT = '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2';
const FONT_FACE = `@font-face {
  font-family: 'Public Sans Variable';
  font-display: swap;
  font-weight: 100 900;
  src: url('/server-assets/public-sans.woff2') format('woff2');
}
`;

/** Files of the pages the server makes itself, by name below `/server-assets`. */
export type PageAssets = ReadonlyMap<string, ApiResponse>;

export async function loadPageAssets(): Promise<PageAssets> {
  const styles = join(PROJECT_FOLDER, 'packages/ui/src/styles');
  const own = join(PROJECT_FOLDER, 'apps/server/assets');
  const shared = await Promise.all(SHARED_STYLES.map((name) => readFile(join(styles, name), 'utf8')));
  const pages = await readFile(join(own, 'pages.css'), 'utf8');
  const require = createRequire(join(PROJECT_FOLDER, 'packages/ui/package.json'));
  return new Map([
    ['pages.css', asset('text/css;charset=UTF-8', [FONT_FACE, ...shared, pages].join('\n'))],
    ['icon.svg', asset('image/svg+xml', await readFile(join(own, 'icon.svg')))],
    ['public-sans.woff2', asset('font/woff2', await readFile(require.resolve(FONT)))],
  ]);
}

function asset(type: string, body: string | Uint8Array): ApiResponse {
  return { status: 200, headers: { 'content-type': type, 'cache-control': 'public, max-age=3600' }, body };
}
