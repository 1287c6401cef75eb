import { connect, type Socket } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** A request to be sent as it is. */
export interface RawRequest {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Sends requests over a number of kept-alive connections until `count` are answered, each connection the next when
 * its last is answered. It reads no more of an answer than it must, so that the load costs less than what it measures.
 * @throws Error for an answer that is not 2xx
 */
export async function send(
  url: string,
  requests: readonly RawRequest[],
  count: number,
  connections: number,
): Promise<void> {
  const { hostname, port, host } = new URL(url);
  const texts = requests.map((request) => printRequest(host, request));
  let next = 0;
  const take = () => (next < count ? texts[next++ % texts.length] : undefined);
  await Promise.all(Array.from({ length: connections }, () => work(connect(Number(port), hostname), take)));
}

function work(socket: Socket, take: () => string | undefined): Promise<void> {
  socket.setNoDelay(true);
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    const go = () => {
      const text = take();
      if (text === undefined) {
        socket.end();
        resolve();
      } else socket.write(text);
    };
    socket.on('connect', go);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The connection was closed')));
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const length = answerLength(received);
      if (length === undefined || received.length < length) return;
      if (received[9] !== 0x32) {
        socket.destroy(new Error(received.subarray(0, 600).toString()));
        return;
      }
      received = received.subarray(length);
      go();
    });
  });
}

/** Bytes of the answer at the beginning; undefined when its head is not there yet. Answers say their length. */
function answerLength(bytes: Buffer): number | undefined {
  const head = bytes.indexOf(END_OF_HEAD);
  if (head < 0) return undefined;
  const length = /\r\ncontent-length: *(\d+)/i.exec(bytes.toString('latin1', 0, head))?.[1];
  return head + END_OF_HEAD.length + Number(length ?? 0);
}

function printRequest(host: string, { method = 'GET', path, headers = {}, body }: RawRequest): string {
  const lines = Object.entries({
    host,
    ...headers,
    ...(body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`;
}
