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
