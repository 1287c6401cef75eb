import type { Session } from '@muster/records';
import type { ApplicationView } from '@muster/recruiting';
import { soql } from '@muster/soql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodAnswers, openRecruitingWorld, type RecruitingWorld } from '../../support/recruiting-world.js';

const CONTENT = '%PDF-1.7 a certificate';

let world: RecruitingWorld;
let nia: Session;
let applicationId: string;

beforeAll(async () => {
  world = await openRecruitingWorld();
  nia = await world.candidate('Nia Calder');
  const { postingNumber } = world;
  ({ applicationId } = await world.call<{ applicationId: string }>(nia, 'start-application', {
    postingNumber,
  }));
  for (const [question, value] of Object.entries(goodAnswers)) {
    await world.call(nia, 'answer', { applicationId, question, value });
  }
  await world.call(nia, 'document', {
    applicationId,
    question: 'certificate',
    fileName: 'Swimming certificate.pdf',
    base64: Buffer.from(CONTENT).toString('base64'),
  });
  await world.call(nia, 'submit-application', { applicationId });
});
afterAll(() => world?.drop());

const shownTo = async (session: Session) =>
  (await world.call<ApplicationView>(session, 'application', { id: applicationId })).documents;
const VERSIONS = 'SELECT Id, Title, FileExtension, FileType, ContentSize, VersionData FROM ContentVersion';

describe('a document of an application', () => {
  it.each(['Recruiting_Specialist', 'Recruiting_Chief', 'Selecting_Official', 'Background_Investigator'])(
    'can be opened by the %s, who reads the answers',
    async (permissionSet) => {
      const reader = await world.staff(`Reader ${permissionSet.replace(/.*_/, '')}`, permissionSet);
      const [document] = await shownTo(reader);
      expect(document).toMatchObject({ name: 'Swimming certificate.pdf', bytes: CONTENT.length });
      expect(document?.handedInAt).toBe('2026-11-02T09:00:00.000Z');
      const [version] = await reader.rows<{ Id: string; VersionData: string }>(VERSIONS);
      expect(version).toMatchObject({
        Id: document?.versionId,
        Title: 'Swimming certificate',
        FileExtension: 'pdf',
        FileType: 'PDF',
        ContentSize: CONTENT.length,
      });
      const chunks = await (await world.files.open(version?.VersionData ?? '')).toArray();
      expect(Buffer.concat(chunks).toString()).toBe(CONTENT);
    },
  );

  it.each(['Clinic', 'Auditor', 'Recruiting_Analyst'])('is closed to the %s', async (permissionSet) => {
    const reader = await world.staff(`Stranger ${permissionSet.replace(/.*_/, '')}`, permissionSet);
    await expect(reader.rows(VERSIONS)).rejects.toMatchObject({ code: 'INVALID_TYPE' });
    if (reader.can('View_Applications')) expect(await shownTo(reader)).toEqual([]);
  });

  it('is closed to candidates and guests, whose profiles grant no files', async () => {
    for (const session of [nia, await world.candidate('Otto Other'), world.guest()]) {
      await expect(session.rows(VERSIONS)).rejects.toMatchObject({ code: 'INVALID_TYPE' });
    }
  });

  it('closes with its link, and with the record it is linked to', async () => {
    const { specialist, org } = world;
    const [link] = await org.system.rows<{ Id: string }>('SELECT Id FROM ContentDocumentLink');
    const [loose] = await org.system.insert('ContentVersion', [{ values: { PathOnClient: 'loose.txt' } }]);
    expect(await specialist.rows('SELECT Id FROM ContentDocument')).toHaveLength(1);
    expect(await specialist.rows(soql`SELECT Id FROM ContentVersion WHERE Id = ${loose?.id ?? ''}`)).toEqual(
      [],
    );
    await org.system.delete('ContentDocumentLink', [link?.Id ?? '']);
    for (const object of ['ContentDocument', 'ContentVersion', 'ContentDocumentLink']) {
      expect(await specialist.rows(`SELECT Id FROM ${object}`), object).toEqual([]);
    }
    expect(await shownTo(specialist)).toMatchObject([{ name: 'Swimming certificate.pdf', versionId: null }]);
  });
});
