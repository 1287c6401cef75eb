import type { Server } from 'node:https';
import type { FastifyInstance } from 'fastify';

const PORTS_TRIED = 50;

export interface Listening {
  readonly port: number;
  /** The port that was asked for, when it was taken. */
  readonly taken: number | undefined;
}

/** Listens on a port, or on the next one that is free. @throws Error when none is, or the host cannot be bound */
export async function listenOnFreePort(app: FastifyInstance, host: string, port: number): Promise<Listening> {
  const found = await firstFree(port, (candidate) =>
    app.listen({ host, port: candidate }).then(() => undefined),
  );
  const address = app.server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : found;
  return { port: actual, taken: port !== 0 && found !== port ? port : undefined };
}

/** As `listenOnFreePort`, for the TLS listener. */
export async function listenTls(server: Server, host: string, port: number): Promise<Listening> {
  const listen = (candidate: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(candidate, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
  const found = await firstFree(port, listen);
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : found;
  return { port: actual, taken: port !== 0 && found !== port ? port : undefined };
}

async function firstFree(port: number, listen: (port: number) => Promise<void>): Promise<number> {
  for (let candidate = port; ; candidate += 1) {
    try {
      await listen(candidate);
      return candidate;
    } catch (failure) {
      const isTaken = (failure as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || port === 0 || candidate >= Math.min(port + PORTS_TRIED, 65_535)) throw failure;
    }
  }
}
