#!/usr/bin/env node
/**
 * Walks the sf command through signing in, querying, records, schema, trees and metadata against a server that runs. Opt-in,
 * since it installs some 280 MB into a temporary folder, which is kept for the next run:
 *
 *   node tests/clients/sf.mjs http://127.0.0.1:8080 "$(./muster token)"
 *
 * The newest sf needs Node 22; this version with an older jsforce runs on Node 20.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const [url, token] = process.argv.slice(2);
if (!url || !token) {
  console.error('Usage: node tests/clients/sf.mjs URL TOKEN');
  process.exit(2);
}

const folder = join(tmpdir(), 'muster-sf-2.130.9');
const sf = join(folder, 'node_modules', '.bin', 'sf');
const home = mkdtempSync(join(tmpdir(), 'muster-sf-home-'));

const OBJECT = join('force-app', 'main', 'default', 'objects', 'Sf_Lantern__c');
const FIELD = join(OBJECT, 'fields', 'Oil__c.field-meta.xml');

install();
writeProject('40');
const steps = [
  ['org login access-token --no-prompt -a muster -s --instance-url', url, /Successfully authorized/],
  ['org display', '', /Connected/],
  [
    'data query -q',
    'SELECT Id, Name, Owner.Name, (SELECT LastName FROM Contacts) FROM Account LIMIT 3',
    /Total number of records retrieved/,
  ],
  [
    'data query --result-format csv -q',
    'SELECT Name, Profile.Name FROM User LIMIT 3',
    /^Name,Profile\.Name$/m,
  ],
  ['data query -q', 'SELECT COUNT(Id) total, IsActive FROM User GROUP BY IsActive', /TOTAL.*ISACTIVE/],
  ['data create record -s Account -v', "Name='A B' NumberOfEmployees=5", /Successfully created record/],
  ['data get record -s Account -w', "Name='A B'", /NumberOfEmployees: 5/],
  ['data update record -s Account', ['-w', "Name='A B'", '-v', "Name='C D'"], /Successfully updated record/],
  ['data delete record -s Account -w', "Name='C D'", /Successfully deleted record/],
  ['sobject list -s', 'all', /^Account$/m],
  ['sobject describe -s', 'Account', /"childRelationships"/],
  ['org list limits', '', /DailyApiRequests/],
  ['org list sobject record-counts --sobject', 'Account', /Account/],
  ['data create record -s Account -v', "Name='Tree of sf'", /Successfully created record/],
  [
    'data export tree --plan --output-dir tree -q',
    "SELECT Id, Name, (SELECT LastName FROM Contacts) FROM Account WHERE Name = 'Tree of sf' LIMIT 1",
    /wrote 1 records/,
  ],
  [
    'data import tree --plan',
    () => join('tree', readdirSync(join(home, 'tree')).find(isPlan) ?? ''),
    /AccountRef1/,
  ],
  ['data delete record -s Account -i', () => idsOf('Tree of sf')[0], /Successfully deleted record/],
  ['data delete record -s Account -i', () => idsOf('Tree of sf')[0], /Successfully deleted record/],
  ['project deploy start -d', 'force-app', /Created +│ Sf_Lantern__c\.Oil__c/],
  ['project deploy start -d', 'force-app', /Unchanged +│ Sf_Lantern__c\.Oil__c/],
  ['data create record -s Sf_Lantern__c -v', "Name='A' Oil__c='whale'", /Successfully created record/],
  ['project retrieve start -m', 'CustomObject:Sf_Lantern__c', /Sf_Lantern__c\.Oil__c/],
  ['project deploy start -d', 'force-app', /Unchanged +│ Sf_Lantern__c\.Oil__c/],
  ['project deploy validate -d', () => writeProject('60'), /Successfully validated the deployment/],
  ['project deploy quick --use-most-recent', '', /Successfully deployed/],
  [
    'project retrieve start -m',
    'CustomObject:Sf_Lantern__c',
    () => readField().includes('<length>60</length>'),
  ],
  ['project deploy start -d', () => writeProject('lots'), /<length> is lots, expected a whole number/],
  [
    'project delete source --no-prompt -m',
    () => writeProject('60', 'CustomField:Sf_Lantern__c.Oil__c'),
    /Deleted Source/,
  ],
  ['org list metadata -m', 'CustomObject', /Sf_Lantern__c/],
  ['org list metadata-types', '', /CustomObject/],
  [
    'project generate manifest --from-org muster --name',
    'everything',
    () => readManifest().includes('Sf_Lantern__c'),
  ],
  ['project delete source --no-prompt -m', 'CustomObject:Sf_Lantern__c', /Deleted Source/],
];

let failed = 0;
for (const [command, rest, expected] of steps) {
  const { output, args } = run(command, typeof rest === 'function' ? rest() : rest);
  const isGood = typeof expected === 'function' ? expected() : expected.test(output);
  if (!isGood) failed += 1;
  console.log(`${isGood ? 'ok    ' : 'FAILED'} sf ${args.join(' ')}${isGood ? '' : `\n${output}`}`);
}
console.log(`${steps.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** A project of one object; its field has this length. Gives what the step goes on with. */
function writeProject(length, next = 'force-app') {
  const project = { packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '60.0' };
  writeFileSync(join(home, 'sfdx-project.json'), JSON.stringify(project));
  write(
    join(OBJECT, 'Sf_Lantern__c.object-meta.xml'),
    'CustomObject',
    `<deploymentStatus>Deployed</deploymentStatus><label>Lantern</label><pluralLabel>Lanterns</pluralLabel>
    <nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>`,
  );
  write(
    FIELD,
    'CustomField',
    `<fullName>Oil__c</fullName><label>Oil</label><type>Text</type><length>${length}</length>`,
  );
  return next;
}

function write(path, root, content) {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
  writeFileSync(
    join(home, path),
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${namespace}>${content}</${root}>\n`,
  );
}

function readField() {
  return readFileSync(join(home, FIELD), 'utf8');
}

function readManifest() {
  return readFileSync(join(home, 'everything.xml'), 'utf8');
}

function isPlan(name) {
  return name.endsWith('plan.json');
}

function idsOf(name) {
  const { output } = run('data query --json -q', `SELECT Id FROM Account WHERE Name = '${name}'`);
  return JSON.parse(output.slice(output.indexOf('{'))).result.records.map((record) => record.Id);
}

function run(command, rest) {
  const more = Array.isArray(rest) ? rest : [rest];
  const args = [...command.split(' '), ...more.filter((text) => text !== '')];
  const { stdout, stderr } = spawnSync(sf, args, {
    cwd: home,
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
