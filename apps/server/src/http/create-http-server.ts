import { createServer, type Server } from 'node:https';
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import rateLimit from '@fastify/rate-limit';
import { type ApiRequest, type ApiResponse, presentRest, readFailure } from '@muster/api';
import { type Log, MusterError } from '@muster/kernel';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { SignIn } from '../sign-in/create-sign-in.js';
import { authenticate, recallCaller } from './authenticate.js';
import type { Metrics } from './metrics.js';
import { packBody } from './pack-body.js';
import { limitSoapLogins, rateLimitOptions } from './rate-limits.js';
import { MAX_BODY_BYTES, openPayload, readPayload } from './read-payload.js';
import { secureHeaders } from './security-headers.js';

/** Connectors put whole queries into urls: 16,384 characters of SOQL, three times that when encoded. */
const MAX_HEADER_BYTES = 64 * 1024;
const REQUEST_TIMEOUT = 120_000;
const NO_BODY = new Uint8Array();
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

export interface HttpServerOptions {
  readonly signIn: SignIn;
  /** Answers every request there is. */
  readonly handle: (request: ApiRequest) => Promise<ApiResponse>;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly trustProxy: boolean | number | string;
  /** Scheme and host people use, when it is not the one they sent the request to. */
  readonly publicUrl: string | undefined;
  /** Whether clients should send their next request elsewhere. */
  readonly isStopping: () => boolean;
}

/** Fastify as a thin adapter: bytes become an ApiRequest with its caller, an ApiResponse becomes bytes. */
export async function createHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const { log, trustProxy } = options;
  const app = Fastify({
    trustProxy: typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy,
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT,
    forceCloseConnections: 'idle',
    http: { maxHeaderSize: MAX_HEADER_BYTES },
    genReqId: () => crypto.randomUUID(),
    frameworkErrors: (failure, request, reply) => {
      void answerFailure(failure, request, reply, log);
    },
  });
  await app.register(rateLimit, rateLimitOptions);
  const checkSoapLogin = limitSoapLogins(app);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', async (request: FastifyRequest, payload: Readable): Promise<Payload> => {
    const encoding = request.headers['content-encoding'] as string | undefined;
    return isUpload(request)
      ? { body: NO_BODY, upload: openPayload(payload, encoding) }
      : { body: await readPayload(payload, encoding) };
  });
  app.setErrorHandler((failure, request, reply) => answerFailure(failure, request, reply, log));
  app.route({
    method: METHODS,
    url: '*',
    handler: async (request, reply) => {
      const started = performance.now();
      await checkSoapLogin(request, (request.body as Payload | null | undefined)?.body ?? NO_BODY);
      const [path = '/', search = ''] = splitUrl(request.url);
      const response = await answer(options, request, path, search);
      const took = performance.now() - started;
      options.metrics.record(familyOf(path), response.status, took);
      logRequest(log, request, response.status, took);
      // A connection kept open would hold up the stop until it has been idle for long.
      if (options.isStopping()) reply.header('connection', 'close');
      return send(reply, response, request);
    },
  });
  return app;
}

type Payload = Pick<ApiRequest, 'body' | 'upload'>;

/** Loads of Bulk API 2.0 are larger than what is held in memory. */
function isUpload({ method, url }: FastifyRequest): boolean {
  return method === 'PUT' && /^\/+services\/+data\/.*\/jobs\/+ingest\/+[^/]+\/+batches\/*$/i.test(url);
}

/** A TLS listener on the same application. */
export function createTlsServer(
  app: FastifyInstance,
  certificate: { readonly cert: string; readonly key: string },
): Server {
  return createServer({ ...certificate, maxHeaderSize: MAX_HEADER_BYTES }, (request, response) =>
    app.routing(request, response),
  );
}

/**
 * Answers a request. A read by somebody known from a moment ago is done first and answered only when it has proved
 * that the sign-in stands; otherwise the sign-in is looked up and the read is done again.
 */
async function answer(
  options: HttpServerOptions,
  request: FastifyRequest,
  path: string,
  search: string,
): Promise<ApiResponse> {
  const { signIn, handle, publicUrl, log } = options;
  const headers = request.headers as ApiRequest['headers'];
  const sent = {
    method: request.method,
    path,
    query: new URLSearchParams(search),
    headers,
    ...((request.body as Payload | null | undefined) ?? { body: NO_BODY }),
    origin: publicUrl ?? `${request.protocol}://${request.host}`,
    address: request.ip,
  };
  try {
    const recalled = await recallCaller(signIn, sent);
    if (recalled !== undefined) {
      const response = await handle({ ...sent, caller: recalled });
      if (await signIn.stands(recalled)) return response;
    }
    return await handle({ ...sent, caller: await authenticate(signIn, sent) });
  } catch (failure) {
    return presentRest(readFailure(failure, log, { requestId: request.id, path }));
  }
}

async function send(
  reply: FastifyReply,
  response: ApiResponse,
  request: FastifyRequest,
): Promise<FastifyReply> {
  if (response.stream !== undefined) return sendStream(reply, response, response.stream, request);
  const { status, headers, body } = await packBody(
    response,
    request.headers['accept-encoding'] as string | undefined,
  );
  reply
    .code(status)
    .headers({ 'x-request-id': request.id, ...secureHeaders(headers, request.protocol === 'https') });
  return reply.send(body === '' ? null : body);
}

/** A body that is sent while it is made. When it breaks off, so does the connection: nobody takes it for whole. */
function sendStream(
  reply: FastifyReply,
  { status, headers }: ApiResponse,
  stream: NonNullable<ApiResponse['stream']>,
  request: FastifyRequest,
): FastifyReply {
  const isPacked = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const body = Readable.from(stream, { objectMode: false });
  const packing = isPacked ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : {};
  reply.code(status).headers({
    'x-request-id': request.id,
    ...secureHeaders({ ...headers, ...packing }, request.protocol === 'https'),
  });
  return reply.send(isPacked ? pipeline(body, createGzip({ level: 5 }), () => undefined) : body);
}

/** Failures outside of any handler: a body too large, a url that is none, too many requests. */
async function answerFailure(
  failure: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Log,
): Promise<void> {
  const response = presentRest(readFailure(toMusterError(failure), log, { requestId: request.id }));
  logRequest(log, request, response.status, 0);
  await send(reply, response, request);
}

function toMusterError(failure: unknown): unknown {
  const { code, statusCode, message } = failure as { code?: string; statusCode?: number; message?: string };
  if (failure instanceof MusterError) return failure;
  if (statusCode === 413) {
    return new MusterError('REQUEST_TOO_LARGE', `The request body is larger than ${MAX_BODY_BYTES} bytes`);
  }
  if (code === 'FST_ERR_BAD_URL')
    return new MusterError('NOT_FOUND', 'The requested resource does not exist');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new MusterError('INVALID_INPUT', message ?? 'The request cannot be read');
  }
  return failure;
}

/** One line a request, without its query string, headers and body: they hold what people look for and their secrets. */
function logRequest(log: Log, request: FastifyRequest, status: number, milliseconds: number): void {
  const [path] = splitUrl(request.url);
  const facts = { requestId: request.id, method: request.method, path, status, ms: Math.round(milliseconds) };
  log.info(facts, 'request');
}

function familyOf(path: string): string {
  const [first = '', second = ''] = path
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '');
  if (first === 'services') return /^[a-z0-9]{1,12}$/.test(second) ? `services_${second}` : 'services';
  return ['portal', 'console', 'id'].includes(first) ? first : 'pages';
}

function splitUrl(url: string): readonly string[] {
  const at = url.indexOf('?');
  return at === -1 ? [url] : [url.slice(0, at), url.slice(at + 1)];
}
