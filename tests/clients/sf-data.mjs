#!/usr/bin/env node
/**
 * Walks the sf command through real projects and their sample data against a server that runs and does not have them
 * yet: deploys them, imports their trees, and moves many records by both bulk APIs. Opt-in, since it installs the command and reads public projects
 * that are not in the repository:
 *
 *   node tests/clients/sf-data.mjs http://127.0.0.1:8080 "$(./muster token)" ../shared/corpus
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openSf } from './sf-command.mjs';

const [url, token, corpus = '../shared/corpus'] = process.argv.slice(2);
if (!url || !token || !existsSync(corpus)) {
  console.error('Usage: node tests/clients/sf-data.mjs URL TOKEN [FOLDER]');
  process.exit(2);
}

const PROJECTS = {
  'dreamhouse-lwc': ['data/sample-data-plan.json', 'Property__c'],
  ecars: ['data/data-plan.json', 'Vehicle__c'],
  'ebikes-lwc': ['data/sample-data-plan.json', 'Product__c'],
  'purealoe-lwc': ['data/Harvest_Field__c-plan.json', 'Harvest_Field__c'],
  'coral-cloud': ['data/data-plan.json', 'Experience__c'],
};

const { home, run, walk } = openSf(token);
/** Tells the records of this walk from those of others. */
const STAMP = `sf data ${Date.now()}`;
const UPSERT = 'data-project/data/bulkUpsert.csv';

const steps = [
  ['org login access-token --no-prompt -a muster -s --instance-url', url, /Successfully authorized/],
  ...Object.entries(PROJECTS).flatMap(([name, [plan, object]]) => projectSteps(name, plan, object)),
  [
    'data import bulk -s Account --wait 5 -f',
    () => accounts(25),
    /Records successful.*25|Status.*JobComplete/i,
  ],
  ['data export bulk -w 5 --output-file out.csv -q', all(), () => exported().length === 25],
  ['data update bulk -s Account -w 5 -f', () => changed('+1 555 0100'), /JobComplete|success/i],
  ['data query -q', all("AND Phone = '+1 555 0100'"), /retrieved: 25/],
  ['data upsert bulk -s Account -i Id -w 5 -f', () => changed('+1 555 0101'), /JobComplete|success/i],
  ['data delete bulk -s Account -w 5 -f', () => ids(), /JobComplete|success/i],
  ['data query -q', all(), /retrieved: 0/],
  ['force data bulk upsert -s Account -i Id -w 2 -f', () => accounts(5), /Completed|success/i],
  ['data export bulk -w 5 --output-file out.csv -q', all(), () => exported().length === 5],
  ['force data bulk delete -s Account -w 2 -f', () => ids(), /Completed|success/i],
  ['data query -q', all(), /retrieved: 0/],
  ...['comma', 'pipe', 'semicolon', 'tab', 'caret', 'backquote'].map((name) => [
    `data import bulk -s Account --wait 5 --column-delimiter ${name.toUpperCase()} -f`,
    toolFile(`csv/${name}.csv`),
    /JobComplete|success/i,
  ]),
  ['data import bulk -s Account --wait 5 -f', toolFile(UPSERT), /JobComplete|success/i],
  ['data create file --title', ['Route', '--file', file('route.txt', 'Skarn Pass')], /Created file/],
  ['data search --query', 'FIND {"account Upsert"} RETURNING Account(Id, Name)', /account Upsert #0/],
];
process.exitCode = walk(steps) === 0 ? 0 : 1;

function projectSteps(name, plan, object) {
  const project = unpack(name);
  const files = JSON.parse(readFileSync(join(project, plan), 'utf8')).flatMap((step) => step.files);
  const count = files
    .map((each) => JSON.parse(readFileSync(join(project, dirname(plan), each), 'utf8')).records.length)
    .reduce((sum, each) => sum + each, 0);
  const { packageDirectories, replacements = [] } = JSON.parse(
    readFileSync(join(project, 'sfdx-project.json'), 'utf8'),
  );
  for (const { replaceWithEnv: variable } of replacements) if (variable) process.env[variable] ??= 'none';
  const folders = packageDirectories.map(({ path }) => path);
  return [
    [
      'project deploy start --json',
      folders.flatMap((each) => ['-d', each]),
      /"status": "Succeeded"/,
      project,
    ],
    ['data import tree --json --plan', plan, (output) => resultOf(output)?.length === count, project],
    ['sobject describe -s', object, (output) => output.includes(`"name": "${object}"`)],
    ['data query -q', `SELECT FIELDS(ALL) FROM ${object} LIMIT 200`, /Total number of records retrieved/],
  ];
}

/** A project of its own copy, with its sample data in it. */
function unpack(name) {
  const project = join(home, name);
  mkdirSync(project);
  const archive = resolve(corpus, 'deploy', `trailheadapps__${name}.tar.xz`);
  execFileSync('tar', ['-xf', archive, '-C', project]);
  cpSync(resolve(corpus, 'sfdata', `trailheadapps__${name}`), project, { recursive: true });
  return project;
}

function toolFile(path) {
  return resolve(corpus, 'sfdata', 'salesforcecli__plugin-data', 'test', 'test-files', path);
}

function resultOf(output) {
  return JSON.parse(output.slice(output.indexOf('{'))).result;
}

function file(name, text) {
  writeFileSync(join(home, name), text);
  return name;
}

function all(more = '') {
  return `SELECT Id, Name FROM Account WHERE Name LIKE '${STAMP} %' ${more}`.trim();
}

function accounts(count) {
  return file(
    'new.csv',
    ['Name', ...Array.from({ length: count }, (_, i) => `${STAMP} ${i}`), ''].join('\n'),
  );
}

function exported() {
  return readFileSync(join(home, 'out.csv'), 'utf8').trim().split('\n').slice(1);
}

function idsNow() {
  return resultOf(run('data query --json -q', all()).output).records.map(({ Id }) => Id);
}

function changed(phone) {
  return file('changed.csv', ['Id,Phone', ...idsNow().map((id) => `${id},${phone}`), ''].join('\n'));
}

function ids() {
  return file('ids.csv', ['Id', ...idsNow(), ''].join('\n'));
}
