import type { ApiRequest, ApiResponse } from '@muster/api';
import { fitsHash, hashSecret } from '../sign-in/secrets.js';
import { plainText } from './plain-text.js';

/** Counts what the server did, in the text format of Prometheus. */
export interface Metrics {
  record(family: string, status: number, milliseconds: number): void;
  print(): string;
}

interface Count {
  readonly labels: string;
  requests: number;
  seconds: number;
}

export function createMetrics(): Metrics {
  const counts = new Map<string, Count>();
  return {
    record(family, status, milliseconds) {
      const labels = `family="${family}",status="${Math.floor(status / 100)}xx"`;
      const count = counts.get(labels) ?? { labels, requests: 0, seconds: 0 };
      count.requests += 1;
      count.seconds += milliseconds / 1000;
      counts.set(labels, count);
    },
    print() {
      const all = [...counts.values()];
      return [
        '# HELP muster_requests_total Requests answered.',
        '# TYPE muster_requests_total counter',
        ...all.map(({ labels, requests }) => `muster_requests_total{${labels}} ${requests}`),
        '# HELP muster_request_seconds_total Time spent on requests.',
        '# TYPE muster_request_seconds_total counter',
        ...all.map(({ labels, seconds }) => `muster_request_seconds_total{${labels}} ${seconds.toFixed(6)}`),
        '# HELP process_resident_memory_bytes Memory in use.',
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
        '',
      ].join('\n');
    },
  };
}

/**
 * `/metrics`: there for whoever sends the token of the configuration as a Bearer token, and for nobody else, since counts
 * of requests and failures are no business of strangers. Without a token configured there is no such page.
 */
export function answerMetrics(
  metrics: Metrics,
  token: string | undefined,
  { headers }: Pick<ApiRequest, 'headers'>,
): ApiResponse {
  const sent = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) return plainText(404, 'There is no such page.\n');
  if (sent !== undefined && fitsHash(sent, hashSecret(token))) return plainText(200, metrics.print());
  const refusal = 'The token of MUSTER_METRICS_TOKEN is needed.\n';
  return plainText(401, refusal, { 'www-authenticate': 'Bearer' });
}
