import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import type { Comparison } from './measure.js';
import { platform } from './platform.js';
import { road } from './road.js';

const benches: Readonly<Record<string, () => Promise<readonly Comparison[]>>> = { road, platform };

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : Object.keys(benches);
const results: Record<string, readonly Comparison[]> = {};
for (const name of names) {
  const bench = benches[name];
  if (bench === undefined) {
    console.error(`There is no bench ${name}; there are: ${Object.keys(benches).join(', ')}`);
    process.exit(2);
  }
  results[name] = await bench();
  console.table(
    (results[name] ?? []).map(({ name: what, ours, plain, ratio, budget }) => ({
      what,
      ratio: ratio.toFixed(2),
      budget,
      'ours ms': ours.toFixed(2),
      'plain ms': plain.toFixed(2),
    })),
  );
}
const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version };
await writeFile(
  new URL('results.json', import.meta.url),
  `${JSON.stringify({ machine, results }, null, 2)}\n`,
);
process.exit(0);
