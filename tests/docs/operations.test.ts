import { environment } from '@muster/server';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { codeBlocks, namesInTables, readDoc, sectionOf } from '../support/doc-file.js';

const guide = readDoc('docs/operations.md');
const blocks = codeBlocks(guide).map(({ code }) => code);
const blockWith = (text: string) => blocks.find((code) => code.includes(text)) ?? '';

describe('docs/operations.md', () => {
  it('sets variables there are, to values that can be used', () => {
    const lines = blockWith('MUSTER_PUBLIC_URL=').trim().split('\n');
    const set = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    expect(Object.keys(set).filter((name) => !(name in environment.shape))).toEqual([]);
    const filled = Object.entries(set).map(([name, value]) => [
      name,
      value.replace('…', 'a-long-secret-text'),
    ]);
    expect(environment.safeParse(Object.fromEntries(filled)).error).toBeUndefined();
  });

  it('has a scrape that Prometheus reads', () => {
    const { scrape_configs: scrapes } = parse(blockWith('scrape_configs:'));
    expect(scrapes).toMatchObject([
      { job_name: 'muster', static_configs: [{ targets: [expect.any(String)] }] },
    ]);
  });

  it('names every metric there is, and no other', () => {
    const source = readDoc('apps/server/src/http/metrics.ts');
    const metrics = [...source.matchAll(/# TYPE (\w+) /g)].map(([, name]) => name);
    expect(namesInTables(sectionOf(guide, 'Prometheus'))).toEqual(metrics);
  });

  it('gives requests under way the time they may take before systemd ends them', () => {
    const seconds = Number(/TimeoutStopSec=(\d+)/.exec(guide)?.[1]);
    const server = readDoc('apps/server/src/http/create-http-server.ts');
    const longest = Number(/REQUEST_TIMEOUT = ([\d_]+)/.exec(server)?.[1]?.replaceAll('_', '')) / 1000;
    expect(seconds).toBeGreaterThan(longest);
    expect(blockWith('proxy_read_timeout')).toContain(`proxy_read_timeout ${longest}s`);
  });
});
