import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { community } from '@muster/community';
import { field } from '@muster/field';
import { createRecruiting, keepingTransport } from '@muster/recruiting';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import { codeBlocks, docPaths, PROJECT, readDoc, sectionOf } from '../../support/doc-file.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const run = promisify(execFile);

let server: TestServer;
let client: ApiClient;
let folder: string;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  server = await startTestServer({
    createSolutions: ({ files }) => [
      createRecruiting({ files, transport: keepingTransport }),
      community,
      field,
    ],
  });
  client = await apiClient(server);
  folder = await mkdtemp(join(tmpdir(), 'muster-guides-'));
  const { signIn } = server.instance;
  const runAsUserId = await signIn.credentials.findUserId(server.admin.username);
  const program = await signIn.clients.add({
    name: 'Guide',
    redirectUris: [],
    flows: ['client_credentials'],
    ...(runAsUserId === undefined ? {} : { runAsUserId }),
  });
  environment = {
    PATH: process.env.PATH,
    URL: server.url,
    TOKEN: client.token,
    CLIENT_ID: program.id,
    CLIENT_SECRET: program.secret,
    USERNAME: server.admin.username,
    PASSWORD: server.admin.password,
  };
});
afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const guides = docPaths().map((path) => ({ path, blocks: codeBlocks(readDoc(path)) }));

/** Guides that have blocks of this kind, with them. */
function withBlocks(language: string, tag?: string) {
  return guides
    .map(({ path, blocks }) => ({
      path,
      blocks: blocks.filter((block) => block.language === language && (tag ?? block.tag) === block.tag),
    }))
    .filter(({ blocks }) => blocks.length > 0);
}

describe('curl, in', () => {
  it.each(withBlocks('sh', 'curl'))('$path, does what it says', async ({ path }) => {
    const blocks = guides.find((guide) => guide.path === path)?.blocks ?? [];
    for (const { language, tag, code } of blocks) {
      if (language === 'json' && tag !== '') await writeFile(join(folder, tag), code);
      if (language !== 'sh' || tag !== 'curl') continue;
      const bash = run('bash', ['-euo', 'pipefail', '-c', code], { cwd: folder, env: environment });
      await expect(bash, code).resolves.toBeDefined();
    }
  });
});

describe('jsforce, in', () => {
  it.each(withBlocks('js', 'jsforce'))('$path, prints what it says', async ({ blocks }) => {
    const program = blocks.map((block) => block.code).join('\n');
    const said = [...program.matchAll(/console\.log\(.*\/\/ → (.+)$/gm)].map(([, text]) => text);
    expect(said).toHaveLength([...program.matchAll(/console\.log\(/g)].length);
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
      cwd: PROJECT,
      env: environment,
    });
    expect(stdout.split('\n').filter(Boolean)).toEqual(said);
  });
});

/** Queries in blocks of their own, apart by blank lines, and those given to a command. */
const queries = guides.flatMap(({ path, blocks }) =>
  blocks.flatMap(({ language, code }) => {
    const texts =
      language === 'soql'
        ? code.split(/\n\s*\n/)
        : [...code.matchAll(/"(?:q=)?(SELECT [^"]*)"/g)].map(([, text = '']) => text);
    return texts.map((soql) => ({ path, soql: soql.trim() }));
  }),
);

describe('every query', () => {
  it.each(queries)('of $path can be run: $soql', async ({ soql }) => {
    const { status, body } = await client.call(
      'GET',
      `/services/data/v60.0/query?q=${encodeURIComponent(soql)}`,
    );
    expect(status, JSON.stringify(body)).toBe(200);
  });
});

describe('the list of operations', () => {
  it('is that of the solutions, with their permissions', () => {
    const rows = sectionOf(readDoc('docs/integrators.md'), 'Operations of Muster')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const listed = rows.flatMap((row) => {
      const [, permission = '', solution = '', names = ''] = /^\| `(\w+)` \| (\w+): (.*) \|$/.exec(row) ?? [];
      return [...names.matchAll(/`(GET|POST) ([a-z-]+)`/g)].map(
        ([, method, name]) => `${solution} ${method} ${name} ${permission}`,
      );
    });
    const served = server.instance.solutions.flatMap((solution) =>
      solution.operations.map(
        ({ method, name, permission }) => `${solution.name} ${method} ${name} ${permission}`,
      ),
    );
    expect(listed.sort()).toEqual(served.sort());
  });
});
