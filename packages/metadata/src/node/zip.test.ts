import { describe, expect, it } from 'vitest';
import { readPackageZip, writeZip } from './zip.js';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const manifest = (path: string) => ({
  path,
  text: `<Package ${NAMESPACE}><types><members>*</members><name>Role</name></types><version>60.0</version></Package>`,
});
const role = (path: string) => ({ path, text: `<Role ${NAMESPACE}><name>Fleet</name></Role>` });

const messages = (zip: Uint8Array) => readPackageZip(zip).problems.map(({ message }) => message);

describe('a package as a zip', () => {
  it.each(['', 'My Package/'])('has its package.xml at the root or in the one folder there: %j', (folder) => {
    const zip = writeZip([manifest(`${folder}package.xml`), role(`${folder}roles/Fleet.role`)]);
    const { documents, problems, manifest: found } = readPackageZip(zip);
    expect(problems).toEqual([]);
    expect(documents.map(({ fullName }) => fullName)).toEqual(['Fleet']);
    expect(found?.file).toBe(`${folder}package.xml`);
  });

  it('is refused where it holds several, none, or is no zip', () => {
    const two = writeZip([manifest('a/package.xml'), manifest('b/package.xml')]);
    expect(messages(two)).toEqual([
      'the zip holds several packages, and one is deployed at a time: a/package.xml, b/package.xml',
    ]);
    expect(messages(writeZip([role('roles/Fleet.role')]))).toEqual(['No package.xml found']);
    expect(messages(new TextEncoder().encode('nothing'))).toEqual([expect.stringMatching(/^no zip file: /)]);
  });
});
