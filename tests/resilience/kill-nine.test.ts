import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../../tools/launcher/build-if-stale.js';
import { type ServerProcess, startServerProcess, VICTIMS } from './server-process.js';
import { findLosses, signIn, startWriting } from './write-load.js';

/** Two in the tests, twenty with `npm run test:resilience`. */
const ROUNDS = Number(process.env.MUSTER_KILL_ROUNDS ?? 2);
const PORT = 18_937;
/** Milliseconds: a kill comes at a random moment of this much work, and more work follows it. */
const WORK = 1_500;
const WORK_AFTER = 400;
const BUDGET = 3_000;

describe.skipIf(process.platform !== 'linux')('kill -9 at a random moment of a write load', () => {
  let server: ServerProcess;
  let token: string;

  beforeAll(async () => {
    await buildIfStale(new URL('../../', import.meta.url));
    server = await startServerProcess(PORT);
    token = await signIn(server.url, server.admin);
  });
  afterAll(() => server?.close());

  it.each(VICTIMS)(
    'of %s loses nothing that was acknowledged and saves no half of a batch',
    async (victim) => {
      const times: number[] = [];
      for (let n = 0; n < ROUNDS; n += 1) {
        const round = `${VICTIMS.indexOf(victim)}r${n}`;
        const load = startWriting(server.url, token, round);
        await sleep(200 + Math.random() * WORK);
        times.push(await server.kill(victim));
        await sleep(WORK_AFTER);
        const said = await load.stop();
        expect(await findLosses(server.url, token, round, said)).toEqual([]);
        expect(said.created.size).toBeGreaterThan(0);
        expect([...said.batches.values()]).toContain(true);
      }
      report(victim, times);
    },
  );
});

function report(victim: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b).map(Math.round);
  const inTime = times.filter((time) => time <= BUDGET).length;
  console.log(
    `kill -9 of ${victim}: ${inTime} of ${times.length} worked again within ${BUDGET / 1000} s; milliseconds ${sorted.join(', ')}`,
  );
}
