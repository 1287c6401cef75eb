#!/usr/bin/env node
/**
 * `npm test`: installs when needed, then static checks, unit, database, resilience and browser tests.
 * `--quick` leaves out the last two and the slow database tests. The last line is `N passed, N failed, N skipped`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isQuick = process.argv.includes('--quick');
const totals = { passed: 0, failed: 0, skipped: 0 };

function run(command, args) {
  const started = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  console.log(
    `${status === 0 ? 'ok' : 'FAILED'}: ${[command, ...args].join(' ')} (${Math.round((Date.now() - started) / 1000)} s)`,
  );
  return status === 0;
}

function check(name, command, args) {
  console.log(`\n== ${name}`);
  if (run(command, args)) totals.passed += 1;
  else totals.failed += 1;
}

function vitest(project, extra = []) {
  console.log(`\n== ${project} tests`);
  const report = join(root, 'node_modules', '.cache', `tests-${project}.json`);
  mkdirSync(dirname(report), { recursive: true });
  const ok = run(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...extra,
  ]);
  if (!existsSync(report)) {
    totals.failed += 1;
    return;
  }
  const result = JSON.parse(readFileSync(report, 'utf8'));
  totals.passed += result.numPassedTests;
  totals.failed += result.numFailedTests;
  totals.skipped += result.numPendingTests + result.numTodoTests;
  if (!ok && result.numFailedTests === 0) totals.failed += 1;
  printSlowest(result);
}

function printSlowest(result) {
  const tests = result.testResults.flatMap((file) => file.assertionResults);
  const slowest = tests.sort((a, b) => (b.duration ?? 0) - (a.duration ?? 0)).slice(0, 10);
  console.log('slowest:');
  for (const test of slowest) console.log(`  ${Math.round(test.duration ?? 0)} ms  ${test.fullName}`);
}

if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) {
  console.log('Installing the packages of package-lock.json.');
  if (!run('npm', ['ci', '--no-audit', '--no-fund'])) process.exit(1);
}
check('format and lint', process.execPath, [
  'node_modules/@biomejs/biome/bin/biome',
  'ci',
  '--diagnostic-level=error',
]);
check('types', process.execPath, ['node_modules/typescript7/bin/tsc', '-b']);
check('import rules', process.execPath, ['tools/check-imports.mjs']);
check('build', process.execPath, ['muster', '--help']);
vitest('unit');
vitest('db', isQuick ? ['--exclude', 'tests/db/**/*.slow.test.ts'] : []);
if (!isQuick) {
  vitest('resilience');
  vitest('e2e');
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 ? 0 : 1);
