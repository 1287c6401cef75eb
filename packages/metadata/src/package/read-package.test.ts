import { describe, expect, it } from 'vitest';
import { parseXml } from '../source-format/xml-element.js';
import { documentKey, type MetadataDocument } from './document.js';
import { mergeOver, mergeThreeWays } from './merge-elements.js';
import { printFile } from './print-element.js';
import type { PackageFile } from './read-file.js';
import { readPackage } from './read-package.js';
import { writeFiles } from './write-files.js';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const file = (path: string, root: string, content: string): PackageFile => ({
  path,
  text: `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${NAMESPACE}>\n${content}\n</${root}>\n`,
});
const names = (documents: readonly MetadataDocument[]) => documents.map(documentKey);
const element = (content: string, root = 'Profile') => {
  const xml = parseXml(`<${root}>${content}</${root}>`);
  if (!xml.ok) throw new Error(xml.message);
  return xml.root;
};

const source: readonly PackageFile[] = [
  file('a/objects/Ship__c/Ship__c.object-meta.xml', 'CustomObject', '<label>Ship</label>'),
  file(
    'a/objects/Ship__c/fields/Flag__c.field-meta.xml',
    'CustomField',
    '<fullName>Flag__c</fullName><type>Text</type>',
  ),
  file(
    'a/labels/CustomLabels.labels-meta.xml',
    'CustomLabels',
    '<labels><fullName>Hello</fullName></labels>',
  ),
  file('a/reports/Ships.reportFolder-meta.xml', 'ReportFolder', '<name>Ships</name>'),
  file('a/reports/Ships/Deep/All.report-meta.xml', 'Report', '<name>All</name>'),
  file('a/email/Mail/Hi.email-meta.xml', 'EmailTemplate', '<name>Hi</name>'),
  { path: 'a/email/Mail/Hi.email', text: 'Dear & all' },
  { path: 'a/lwc/tile/tile.js-meta.xml', text: '' },
  { path: 'a/lwc/tile/tile.html', text: '' },
  { path: 'a/README.md', text: '' },
];

describe('reading a package', () => {
  it('gives a component for each file and each part of one, and passes over what is not kept', () => {
    const read = readPackage(source, undefined);
    expect(names(read.documents)).toEqual([
      'CustomObject:ship__c',
      'CustomField:ship__c.flag__c',
      'CustomLabel:hello',
      'ReportFolder:ships',
      'Report:ships/deep/all',
      'EmailTemplate:mail/hi',
    ]);
    expect(read.documents.at(-1)?.body).toBe('Dear & all');
    expect(read.skipped.map(documentKey)).toEqual(['LightningComponentBundle:tile']);
    expect(read.problems).toEqual([]);
  });

  it.each(['source', 'mdapi'] as const)('reads the same components from what it writes as %s', (format) => {
    const { documents } = readPackage(source, undefined);
    const files = writeFiles(documents, format);
    const again = readPackage(files, undefined);
    expect(again.problems).toEqual([]);
    const texts = (all: readonly MetadataDocument[]) =>
      all.map((each) => `${documentKey(each)} ${printFile(each.root)}${each.body ?? ''}`).toSorted();
    expect(texts(again.documents)).toEqual(texts(documents));
  });

  it('writes an object with its parts in one file for the mdapi format', () => {
    const files = writeFiles(readPackage(source, undefined).documents, 'mdapi');
    expect(files.map(({ path }) => path)).toEqual([
      'email/Mail/Hi.email',
      'email/Mail/Hi.email-meta.xml',
      'labels/CustomLabels.labels',
      'objects/Ship__c.object',
      'reports/Ships-meta.xml',
      'reports/Ships/Deep/All.report',
    ]);
    expect(files.find(({ path }) => path === 'objects/Ship__c.object')?.text).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject ${NAMESPACE}>
    <fields>
        <fullName>Flag__c</fullName>
        <type>Text</type>
    </fields>
    <label>Ship</label>
</CustomObject>
`,
    );
  });

  it('names file, line and what was expected', () => {
    const { problems } = readPackage(
      [
        file('objects/A__c/fields/B__c.field-meta.xml', 'CustomObject', ''),
        file('strange/x.strange-meta.xml', 'Strange', ''),
        { path: 'layouts/L.layout', text: '<Layout>' },
      ],
      undefined,
    );
    expect(problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
      'objects/A__c/fields/B__c.field-meta.xml:2 root element is CustomObject, expected CustomField',
      'strange/x.strange-meta.xml:undefined no type of metadata that is known here has such a file',
      expect.stringMatching(/^layouts\/L\.layout:1 /),
    ]);
  });

  it('reads what a package lists to be deleted, and not what one further down does', () => {
    const { deletions } = readPackage(
      [
        file(
          'later/destructiveChanges.xml',
          'Package',
          '<types><members>Ship__c</members><name>CustomObject</name></types>',
        ),
        file('package.xml', 'Package', '<version>60.0</version>'),
        file(
          'destructiveChangesPost.xml',
          'Package',
          '<types><members>Ship__c.Flag__c</members><name>CustomField</name></types>',
        ),
      ],
      { path: 'package.xml' },
    );
    expect(deletions).toMatchObject([
      { fullName: 'Ship__c.Flag__c', type: { name: 'CustomField' }, line: 3 },
    ]);
  });

  it('knows a folder with a slash behind it, as the sf command lists it', () => {
    const listed = '<types><members>Ships/</members><name>Report</name></types><version>60.0</version>';
    const { manifest } = readPackage([file('package.xml', 'Package', listed)], { path: 'package.xml' });
    expect(manifest?.members).toMatchObject([{ type: 'Report', member: 'Ships' }]);
  });
});

describe('laying a deploy over the org', () => {
  const profile = (content: string) => element(content);
  const right = (field: string, editable: boolean) =>
    `<fieldPermissions><editable>${editable}</editable><field>${field}</field></fieldPermissions>`;

  it('changes only the rights a profile names', () => {
    const merged = mergeOver(
      profile(`<custom>true</custom>${right('A.a', true)}${right('A.b', true)}`),
      profile(`${right('A.b', false)}${right('A.c', true)}`),
      'byEntry',
    );
    expect(printFile(merged)).toBe(
      printFile(
        profile(`<custom>true</custom>${right('A.a', true)}${right('A.b', false)}${right('A.c', true)}`),
      ),
    );
  });
});

describe('merging three ways', () => {
  const picklist = (label: string, ...values: readonly string[]) =>
    element(
      `<label>${label}</label><valueSet><valueSetDefinition>${values
        .map((value) => `<value><fullName>${value}</fullName></value>`)
        .join('')}</valueSetDefinition></valueSet>`,
      'CustomField',
    );

  it('takes what is new, and keeps and lists what the org changed', () => {
    const base = picklist('Colour', 'Red', 'Green');
    const shipped = picklist('Colours', 'Red', 'Green', 'Blue');
    const org = picklist('Farbe', 'Red', 'Black');
    const { root, kept } = mergeThreeWays(base, shipped, org);
    expect(printFile(root)).toBe(printFile(picklist('Farbe', 'Red', 'Blue', 'Black')));
    expect(kept).toEqual([
      'label',
      'valueSet.valueSetDefinition.value[Green]',
      'valueSet.valueSetDefinition.value[Black]',
    ]);
  });

  it('is the new release where the org changed nothing', () => {
    const [base, shipped] = [picklist('A', 'x'), picklist('B', 'y')];
    expect(mergeThreeWays(base, shipped, base)).toEqual({ root: shipped, kept: [] });
  });
});
