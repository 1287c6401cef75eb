import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildIfStale } from '../../tools/launcher/build-if-stale.js';
import { databaseProcesses, spawnServer, untilReady } from './server-process.js';

const PORT = 18_938;

it.skipIf(process.platform !== 'linux')(
  'a server whose output nobody reads any more works on and stops in order',
  async () => {
    await buildIfStale(new URL('../../', import.meta.url));
    const dataDir = await mkdtemp(join(tmpdir(), 'muster-closed-'));
    await chmod(dataDir, 0o711);
    const child = spawnServer(dataDir, PORT, ['ignore', 'pipe', 'pipe']);
    const gone = once(child, 'exit');
    await untilReady(`http://127.0.0.1:${PORT}`, child);
    child.stdout?.destroy();
    child.stderr?.destroy();
    child.kill('SIGTERM');
    expect(await gone).toEqual([0, null]);
    expect(await databaseProcesses(dataDir)).toEqual([]);
    await rm(dataDir, { recursive: true, force: true });
  },
);
