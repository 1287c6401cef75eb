import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = join(tmpdir(), 'muster-sf-2.130.9');
const sf = join(folder, 'node_modules', '.bin', 'sf');

/**
 * The sf command against a server that runs, in a home of its own. It is installed into a temporary folder, some 280 MB,
 * which is kept for the next run. The newest sf needs Node 22; this version with an older jsforce runs on Node 20.
 */
export function openSf(token) {
  install();
  const home = mkdtempSync(join(tmpdir(), 'muster-sf-home-'));

  /** Runs a command with arguments that may hold blanks behind it. */
  function run(command, rest, cwd = home) {
    const more = Array.isArray(rest) ? rest : [rest];
    const args = [...command.split(' '), ...more.filter((text) => text !== '')];
    const { stdout, stderr } = spawnSync(sf, args, {
      cwd,
      encoding: 'utf8',
      env: {
        ...process.env,
        HOME: home,
        SF_ACCESS_TOKEN: token,
        SF_AUTOUPDATE_DISABLE: 'true',
        SF_DISABLE_TELEMETRY: 'true',
        SF_SKIP_NEW_VERSION_CHECK: 'true',
        SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
      },
    });
    return { output: `${stdout}${stderr}`, args };
  }

  /** Runs step after step: command, the rest of it, what is expected of its output. Gives how many failed. */
  function walk(steps) {
    let failed = 0;
    for (const [command, rest, expected, cwd] of steps) {
      const { output, args } = run(command, typeof rest === 'function' ? rest() : rest, cwd);
      const isGood = typeof expected === 'function' ? expected(output) : expected.test(output);
      if (!isGood) failed += 1;
      console.log(`${isGood ? 'ok    ' : 'FAILED'} sf ${args.join(' ')}${isGood ? '' : `\n${output}`}`);
    }
    console.log(`${steps.length - failed} passed, ${failed} failed`);
    return failed;
  }

  return { home, run, walk };
}

function install() {
  if (existsSync(sf)) return;
  mkdirSync(folder, { recursive: true });
  const manifest = {
    private: true,
    dependencies: { '@salesforce/cli': '2.130.9' },
    overrides: { '@jsforce/jsforce-node': '3.10.16' },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  console.log(`Installing sf into ${folder}`);
  const options = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const { status } = spawnSync('npm', options, { cwd: folder, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
