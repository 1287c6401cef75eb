import { setTimeout as sleep } from 'node:timers/promises';
import { stopEmbeddedServer } from '@muster/store';
import { readConfig } from '../config.js';
import { isAnswering, isRunning, type RunningServer, readRunFiles, removeRunFile } from '../run-files.js';
import type { Command } from './command.js';
import { readArguments } from './command.js';
import { say } from './say.js';

const PATIENCE = 30_000;

export const stop: Command = {
  name: 'stop',
  usage: '',
  summary: 'Stops the servers of the data folder, and its database.',
  async run(args) {
    readArguments(args, {});
    const { dataDir, databaseUrl } = readConfig(process.env);
    const servers = await readRunFiles(dataDir);
    const outcomes = await Promise.all(servers.map((server) => stopServer(dataDir, server)));
    const isDatabaseDown = databaseUrl !== undefined || (await stopEmbeddedServer(dataDir));
    if (!isDatabaseDown) say('The database is still in use by another Muster process.');
    if (servers.length === 0) say(`No server is running on ${dataDir}.`);
    return outcomes.every((done) => done) ? 0 : 1;
  },
};

/** Asks a server to stop and waits until its process has ended. */
async function stopServer(dataDir: string, server: RunningServer): Promise<boolean> {
  const { pid, url } = server;
  if (!isRunning(pid)) {
    await removeRunFile(dataDir, server);
    return true;
  }
  if (!(await isAnswering(server))) {
    say(
      `Process ${pid} does not answer at ${url}. If it is a Muster server that hangs, end it with: kill ${pid}`,
    );
    return false;
  }
  process.kill(pid, 'SIGTERM');
  const deadline = Date.now() + PATIENCE;
  while (isRunning(pid) && Date.now() < deadline) await sleep(100);
  if (isRunning(pid)) {
    say(`The server at ${url} (process ${pid}) has not ended after ${PATIENCE / 1000} seconds.`);
    return false;
  }
  await removeRunFile(dataDir, server);
  say(`Stopped the server at ${url}.`);
  return true;
}
