import { expect, it } from 'vitest';
import { parseSourceFiles } from '../source-format/parse-source-files.js';
import { buildProfiles } from './build-rights.js';
import { problemSink } from './object-draft.js';

const profile = (rights: string) =>
  `<?xml version="1.0"?><Profile xmlns="http://soap.sforce.com/2006/04/metadata">${rights}</Profile>`;
const permission = (name: string) =>
  `<customPermissions><enabled>true</enabled><name>${name}</name></customPermissions>`;

it('adds up the files of one profile, whoever ships them', () => {
  const { components } = parseSourceFiles([
    {
      path: 'recruiting/profiles/Officer.profile-meta.xml',
      text: profile(`${permission('Apply')}<userLicense>Partner Community</userLicense>`),
    },
    { path: 'field/profiles/Officer.profile-meta.xml', text: profile(permission('File_Cases')) },
  ]);
  const profiles = buildProfiles(components, new Map(), problemSink([]));
  expect(profiles.get('officer')).toMatchObject({
    name: 'Officer',
    userLicense: 'Partner Community',
    customPermissions: ['Apply', 'File_Cases'],
  });
});
