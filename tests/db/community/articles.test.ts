import { type ArticleList, type ArticleView, community, seedArticles } from '@muster/community';
import { MusterError } from '@muster/kernel';
import type { Session } from '@muster/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

let org: TestOrg;
let guest: Session;
let candidate: Session;
let officer: Session;
let reader: Session;
let author: Session;

beforeAll(async () => {
  org = await openTestOrg([community]);
  await seedArticles(org.system);
  guest = org.as({ kind: 'guest', profile: 'Guest' });
  candidate = org.as({ kind: 'portal', profile: 'Candidate' });
  officer = org.as({ kind: 'portal', profile: 'Officer', language: 'es' });
  reader = org.as({ profile: 'Standard', permissionSets: ['Knowledge_Reader'] });
  author = org.as({ profile: 'Standard', permissionSets: ['Knowledge_Author'] });
});
afterAll(() => org.drop());

async function run<Answer>(session: Session, name: string, input: Record<string, string>): Promise<Answer> {
  const operation = community.operations.find((each) => each.name === name);
  if (operation === undefined) throw new Error(`No operation ${name}`);
  expect(session.can(operation.permission)).toBe(true);
  return (await operation.run(session, operation.parse(input))) as Answer;
}
const search = (session: Session, input: Record<string, string> = {}) =>
  run<ArticleList>(session, 'articles', input);
const read = (session: Session, urlName: string, language = 'en') =>
  run<ArticleView>(session, 'article', { urlName, language });
const names = ({ articles }: ArticleList) => articles.map((article) => article.urlName);

const PUBLIC = ['what-happens-at-the-medical', 'get-ready-for-the-fitness-test'];

describe('who reads what', () => {
  it('shows strangers what is public, candidates what is for people with an account, members all of it', async () => {
    expect(names(await search(guest)).sort()).toEqual([...PUBLIC].sort());
    expect(names(await search(candidate)).sort()).toEqual([...PUBLIC, 'claim-travel-to-the-academy'].sort());
    expect((await search(officer)).total).toBe(8);
  });

  it('holds the same by any other way in', async () => {
    const query = 'SELECT UrlName, Body__c FROM Knowledge__kav';
    expect(await guest.rows(query)).toHaveLength(4);
    expect(await candidate.rows(query)).toHaveLength(6);
    await expect(read(guest, 'radio-checks-at-skarn')).rejects.toThrow(MusterError);
    await expect(read(candidate, 'radio-checks-at-skarn')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(guest.rows('SELECT OwnerId FROM Knowledge__kav')).rejects.toMatchObject({
      code: 'INVALID_FIELD',
    });
    expect(
      (await guest.insert('Knowledge__kav', [{ values: { Title: 'x', UrlName: 'x' } }]))[0]?.success,
    ).toBe(false);
  });

  it('keeps drafts and withdrawn articles from everybody but authors', async () => {
    const id = await author.create('Knowledge__kav', {
      Title: 'Zodiac outboard care',
      UrlName: 'zodiac-outboard-care',
      Language: 'en_US',
      IsVisibleInPkb: true,
      IsVisibleInPrm: true,
    });
    for (const session of [guest, officer, reader]) {
      expect((await search(session, { search: 'zodiac', language: 'en' })).total).toBe(0);
    }
    await author.change('Knowledge__kav', id, { PublishStatus: 'Online' });
    expect(names(await search(guest, { search: 'zodiac' }))).toEqual(['zodiac-outboard-care']);
    await author.change('Knowledge__kav', id, { PublishStatus: 'Archived' });
    expect((await search(guest, { search: 'zodiac' })).total).toBe(0);
    await expect(read(guest, 'zodiac-outboard-care')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('search', () => {
  it('finds every significant word, nearest first, and marks them', async () => {
    const found = await search(officer, { search: 'How do I dry my boots?', language: 'en' });
    expect(names(found)[0]).toBe('dry-and-reproof-boots');
    expect(found.articles[0]?.snippet).toContain('⟦boots⟧');
    expect(names(await search(officer, { search: 'tow-line', language: 'en' }))).toEqual([
      'tow-line-harness-tl-2',
    ]);
    expect((await search(officer, { search: 'boots submarine' })).total).toBe(0);
    expect((await search(officer, { search: '…' })).total).toBe(0);
  });

  it('sees past accents and case, and shows the version of the reader', async () => {
    const spanish = await search(officer, { search: 'BATERIA mediodia' });
    expect(spanish.articles[0]).toMatchObject({
      urlName: 'radio-checks-at-skarn',
      language: 'es',
      topic: 'Comunicaciones',
    });
    expect(spanish.articles[0]?.snippet).toContain('⟦Mediodía⟧');
    const english = await search(officer, { search: 'batería mediodía', language: 'en' });
    expect(english.articles[0]).toMatchObject({
      urlName: 'radio-checks-at-skarn',
      language: 'en',
      snippet: null,
    });
  });

  it('takes what stands in a pattern as itself', async () => {
    for (const hostile of ["zz%' OR '1'='1", '%', '_____', "zz\\' OR", 'zz"; drop']) {
      expect((await search(guest, { search: hostile })).total).toBe(0);
    }
  });

  it('narrows by topic, named in any language, and refuses one that does not exist', async () => {
    const { topics } = await search(officer);
    expect(topics).toContain('Cambio de puesto');
    expect(names(await search(officer, { topic: 'Cambio de puesto' }))).toEqual(['pay-when-moving-posts']);
    expect(names(await search(officer, { topic: 'moving posts' }))).toEqual(['pay-when-moving-posts']);
    expect((await search(guest)).topics).toEqual(['Joining']);
    await expect(search(officer, { topic: 'Sorcery' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: ['topic'],
    });
  });
});

describe('an article', () => {
  it('says what it is, who answers for it, and where it can be read', async () => {
    const article = await read(guest, 'what-happens-at-the-medical', 'es');
    expect(article).toMatchObject({
      title: 'Qué ocurre en el reconocimiento médico',
      owner: 'Servicio Médico',
      version: 1,
      language: 'es',
      languages: ['en', 'es'],
    });
    expect(article.body).toContain('<h2>Qué llevar</h2>');
    expect(article.number).toBe((await read(guest, 'what-happens-at-the-medical')).number);
    expect(article.updatedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('is shown in English, and says so, where there is no other version', async () => {
    await author.create('Knowledge__kav', {
      Title: 'Ferry times',
      UrlName: 'ferry-times',
      Language: 'en_US',
      Body__c: 'Daily. <script>alert(1)</script>',
      PublishStatus: 'Online',
      IsVisibleInPrm: true,
    });
    const article = await read(officer, 'Ferry-Times', 'es');
    expect(article).toMatchObject({ language: 'en', languages: ['en'], body: '<p>Daily. </p>\n' });
  });

  it('counts its publications, and exists once in a language', async () => {
    const { Id } = await author.row<{ Id: string }>(
      "SELECT Id FROM Knowledge__kav WHERE UrlName = 'ferry-times' AND Language = 'en_US'",
    );
    await author.change('Knowledge__kav', Id, { Body__c: 'Twice daily.' });
    expect(await read(officer, 'ferry-times')).toMatchObject({ version: 2, body: '<p>Twice daily.</p>\n' });
    const [again] = await author.insert('Knowledge__kav', [
      { values: { Title: 'Ferry', UrlName: 'FERRY-times', Language: 'en_US' } },
    ]);
    expect(again?.errors[0]?.code).toBe('DUPLICATE_VALUE');
  });
});

it('loads the demo articles once', async () => {
  const count = async () => (await org.system.rows('SELECT Id FROM Knowledge__kav')).length;
  const before = await count();
  await seedArticles(org.system);
  expect(await count()).toBe(before);
});
