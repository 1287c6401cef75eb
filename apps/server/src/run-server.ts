import type { Server } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomToken, secureRandom, systemClock } from '@muster/kernel';
import type { Store } from '@muster/store';
import type { Logger } from 'pino';
import { type Composition, compose } from './compose.js';
import type { Config } from './config.js';
import { demo } from './demo-agency.js';
import { ensureDemoSignIns } from './demo-sign-ins.js';
import { loadCertificate } from './http/certificate.js';
import { createTlsServer } from './http/create-http-server.js';
import { type Listening, listenOnFreePort, listenTls } from './listen.js';
import { type Instance, openInStore } from './open-instance.js';
import { writeRunFile } from './run-files.js';
import { solutionsFor } from './solutions.js';

export interface RunOptions {
  readonly config: Config;
  /** Closed with the server, and when it does not come to be. */
  readonly store: Store;
  readonly log: Logger;
  /** Tells whoever started it how far it is. */
  readonly say: (line: string) => void;
}

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  /**
   * Says that it is not ready, for as long as the configuration wants; then answers what is under way and ends everything.
   * The database stops if nobody else uses it.
   */
  close(): Promise<void>;
}

/** Installs the solutions in the store, loads the demo when it is wanted, and listens. */
export async function runServer(options: RunOptions): Promise<RunningServer> {
  const { config, store, log } = options;
  try {
    const createSolutions = solutionsFor(config);
    const parts = { config, createSolutions, clock: systemClock, random: secureRandom, log };
    return await serveInstance(options, await openInStore(store, parts));
  } catch (failure) {
    await store.close();
    throw failure;
  }
}

async function serveInstance(options: RunOptions, instance: Instance): Promise<RunningServer> {
  const { config, log, say } = options;
  if (config.demo === 'off' && config.smtpUrl === undefined) {
    log.warn({}, 'SMTP_URL is not set: mail is kept as failed and reaches nobody.');
  }
  if (config.demo !== 'off') {
    await demo.load(instance, config.demo, say);
    await ensureDemoSignIns(instance, config, demo.people);
  }
  let url = '';
  const instanceName = randomToken(secureRandom, 12);
  const demoPeople = config.demo === 'off' ? undefined : async () => demo.people;
  const composition = await compose({
    config,
    instance,
    instanceName,
    log,
    demoPeople,
    url: () => url,
  });
  const listening = await listenOnFreePort(composition.app, config.host, config.port);
  url = `http://${shownHost(config.host)}:${listening.port}`;
  if (listening.taken !== undefined) say(`Port ${listening.taken} is taken; using ${listening.port}.`);
  const tls = config.https && (await startTls(config, config.https, composition, say));
  const removeRunFile = await writeRunFile(config.dataDir, { pid: process.pid, instance: instanceName, url });
  return {
    url,
    async close() {
      composition.announceStop();
      await sleep(config.stopDelay);
      await Promise.all([composition.close(), tls && closeTls(tls)]);
      await instance.close();
      await removeRunFile();
    },
  };
}

async function startTls(
  config: Config,
  https: NonNullable<Config['https']>,
  { app }: Composition,
  say: (line: string) => void,
): Promise<Server> {
  const server = createTlsServer(app, await loadCertificate(config.dataDir, https, config.host));
  const { port, taken }: Listening = await listenTls(server, config.host, https.port);
  if (taken !== undefined) say(`Port ${taken} is taken; using ${port} for https.`);
  say(`https://${shownHost(config.host)}:${port}`);
  return server;
}

/** Resolves when what is under way has been answered. */
function closeTls(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

/** Addresses that stand for every interface are reached by the loopback one. */
function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
