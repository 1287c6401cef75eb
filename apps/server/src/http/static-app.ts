import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { ApiRequest, ApiResponse } from '@muster/api';
import { pageHeaders } from './security-headers.js';

const brotli = promisify(brotliCompress);
const BROTLI_QUALITY = 9;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css;charset=UTF-8',
  '.html': 'text/html;charset=UTF-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript;charset=UTF-8',
  '.json': 'application/json;charset=UTF-8',
  '.map': 'application/json;charset=UTF-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain;charset=UTF-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const PACKED: ReadonlySet<string> = new Set(['.css', '.html', '.js', '.json', '.svg', '.webmanifest']);

interface StaticFile {
  readonly body: Uint8Array;
  /** The content packed with Brotli, made when it is first asked for; undefined for what gains nothing. */
  readonly packed: (() => Promise<Uint8Array>) | undefined;
  readonly type: string;
  readonly etag: string;
  /** Files whose names carry a hash of their content never change. */
  readonly isImmutable: boolean;
}

/** A web app that was built into a folder, served from memory. */
export interface StaticApp {
  /** Answers a path below the app's root: a file, else the app's page, which routes by itself. */
  serve(request: ApiRequest, segments: readonly string[], head?: string): Promise<ApiResponse>;
}

export interface StaticAppOptions {
  readonly folder: string;
  readonly mayBeFramed: boolean;
}

/** Reads and packs the files of a built app. A folder that is not there gives an app that says so. */
export async function loadStaticApp({ folder, mayBeFramed }: StaticAppOptions): Promise<StaticApp> {
  const files = await readFiles(folder);
  const page = files.get('index.html');
  const html = page === undefined ? '' : new TextDecoder().decode(page.body);
  const headers = pageHeaders({ scripts: inlineScriptHashes(html), mayBeFramed });
  return {
    async serve({ method, headers: asked }, segments, head) {
      if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Only GET is allowed here.');
      const name = segments.join('/');
      const file = name === '' || name === 'index.html' ? undefined : files.get(name);
      if (file !== undefined) return answerFile(file, asked);
      if (segments[0] === 'assets') return plain(404, 'There is no such file.');
      if (page === undefined) return plain(503, 'This app has not been built.');
      const body = head === undefined ? html : html.replace('</head>', () => `${head}</head>`);
      return {
        status: 200,
        headers: { ...headers, 'content-type': page.type, 'cache-control': 'no-cache' },
        body,
      };
    },
  };
}

async function answerFile(file: StaticFile, asked: ApiRequest['headers']): Promise<ApiResponse> {
  const headers = {
    'content-type': file.type,
    etag: file.etag,
    'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  };
  if (asked['if-none-match'] === file.etag) return { status: 304, headers, body: '' };
  if (file.packed === undefined || !/\bbr\b/.test(asked['accept-encoding'] ?? '')) {
    return { status: 200, headers, body: file.body };
  }
  return { status: 200, headers: { ...headers, 'content-encoding': 'br' }, body: await file.packed() };
}

async function readFiles(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => [nameOf(folder, path), await readStatic(path)] as const),
  );
  return new Map(files);
}

async function readStatic(path: string): Promise<StaticFile> {
  const extension = extname(path);
  const body = await readFile(path);
  return {
    body,
    packed: PACKED.has(extension) ? packOnce(body) : undefined,
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    isImmutable: path.includes(`${sep}assets${sep}`),
  };
}

function packOnce(body: Uint8Array): () => Promise<Uint8Array> {
  let packed: Promise<Uint8Array> | undefined;
  return () => {
    packed ??= brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
    return packed;
  };
}

function nameOf(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** Scripts inside the page are allowed by their content, so that none can be slipped in. */
function inlineScriptHashes(html: string): readonly string[] {
  return [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
}

function plain(status: number, text: string): ApiResponse {
  return { status, headers: { 'content-type': 'text/plain;charset=UTF-8' }, body: `${text}\n` };
}
