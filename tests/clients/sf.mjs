#!/usr/bin/env node
/**
 * Walks the sf command through signing in, querying, records, schema, trees and metadata against a server that runs. Opt-in,
 * since it installs the command:
 *
 *   node tests/clients/sf.mjs http://127.0.0.1:8080 "$(./muster token)"
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openSf } from './sf-command.mjs';

const [url, token] = process.argv.slice(2);
if (!url || !token) {
  console.error('Usage: node tests/clients/sf.mjs URL TOKEN');
  process.exit(2);
}

const { home, run, walk } = openSf(token);

const OBJECT = join('force-app', 'main', 'default', 'objects', 'Sf_Lantern__c');
const FIELD = join(OBJECT, 'fields', 'Oil__c.field-meta.xml');

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

process.exitCode = walk(steps) === 0 ? 0 : 1;

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
