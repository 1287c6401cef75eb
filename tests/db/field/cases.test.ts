import { community, seedArticles } from '@muster/community';
import { type CaseQueue, type CaseSummary, type CaseView, type Choice, field } from '@muster/field';
import type { Session, Solution } from '@muster/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAgent, addOfficer } from '../../support/field-people.js';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

const RECRUITING = new URL('../../../solutions/recruiting/', import.meta.url);
/** The fields of people that recruiting adds, without its operations. */
const people: Solution = {
  name: 'recruiting',
  version: '0',
  standardObjects: new URL('standard-objects/', RECRUITING),
  metadata: new URL('metadata/', RECRUITING),
  operations: [],
  jobs: [],
  saveRules: [],
};

const HOUR = 3_600_000;
let now = Date.UTC(2026, 10, 25, 9);
let org: TestOrg;
let lena: Session;
let idris: Session;
let priya: Session;
let rosa: Session;

beforeAll(async () => {
  org = await openTestOrg([people, community, field], { now: () => now });
  await seedArticles(org.system);
  lena = await officer('Lena', 'Marsk');
  idris = await officer('Idris', 'Vale');
  priya = await agent('Priya', 'Thorne');
  rosa = await agent('Rosa', 'Iles');
});
afterAll(() => org.drop());

async function officer(firstName: string, lastName: string): Promise<Session> {
  const { userId, contactId } = await addOfficer(org.system, firstName, lastName);
  return org.as({ userId, contactId: contactId as string, kind: 'portal', profile: 'Officer' });
}

async function agent(firstName: string, lastName: string): Promise<Session> {
  const { userId } = await addAgent(org.system, firstName, lastName);
  return org.as({ userId, profile: 'Standard', permissionSets: ['Support_Agent'] });
}

async function run<Answer = CaseView>(session: Session, name: string, input: object = {}): Promise<Answer> {
  const operation = field.operations.find((each) => each.name === name);
  if (operation === undefined) throw new Error(`No operation ${name}`);
  expect(session.can(operation.permission), `${name} asks for ${operation.permission}`).toBe(true);
  return (await operation.run(session, operation.parse(input))) as Answer;
}

const soaked = { subject: 'Boots soaked through', description: 'Third watch in a row.', topic: 'Equipment' };
const file = (session: Session, more: object = {}) => run(session, 'file-case', { ...soaked, ...more });
const answer = (caseId: string, body: string, more: object = {}) => ({
  caseId,
  body,
  readers: 'person_and_support',
  ...more,
});
const later = (hours: number) => {
  now += hours * HOUR;
};

describe('filing', () => {
  it('gives the case a number, the queue as its owner and a time by which it is answered', async () => {
    const filed = await file(lena);
    expect(filed).toMatchObject({
      subject: soaked.subject,
      topic: 'Equipment',
      statusLabel: 'Waiting on us',
      waitingOn: 'support',
      owner: 'Field Support',
      priority: 'Medium',
      dueAt: new Date(now + 24 * HOUR).toISOString(),
      thread: [],
      person: null,
      statuses: [],
    });
    expect(filed.number).toMatch(/^\d{8}$/);
    expect(filed.similarArticles[0]).toEqual({
      urlName: 'dry-and-reproof-boots',
      title: 'Dry and wax your boots',
    });
  });

  it('happens once, however often it is sent', async () => {
    const first = await file(lena, { clientKey: 'phone-1' });
    expect((await file(lena, { clientKey: 'phone-1' })).id).toBe(first.id);
    expect((await file(idris, { clientKey: 'phone-1' })).id).not.toBe(first.id);
  });

  it('names what is wrong with what was sent', async () => {
    const fault = (input: object) => run(lena, 'file-case', input).catch((error: unknown) => error);
    expect(await fault({ ...soaked, topic: 'Sorcery' })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: ['topic'],
    });
    expect(await fault({ ...soaked, subject: '  ' })).toMatchObject({ errors: [{ fields: ['subject'] }] });
    expect(await run<Choice[]>(lena, 'topics')).toContainEqual({ value: 'Pay', label: 'Pay' });
  });
});

describe('one thread', () => {
  it('shows both sides the same words in the same order, and the person no note for support', async () => {
    const { id } = await file(lena);
    later(1);
    await run(priya, 'answer-case', answer(id, 'Stock in Ellery?', { readers: 'support_only' }));
    const answered = await run(priya, 'answer-case', answer(id, 'Which size do you wear?'));
    expect(answered).toMatchObject({ status: 'Waiting on officer', owner: 'Priya Thorne', dueAt: null });
    expect(answered.thread.map(({ body, readers, mine }) => [body, readers, mine])).toEqual([
      ['Stock in Ellery?', 'support_only', true],
      ['Which size do you wear?', 'person_and_support', true],
    ]);

    const seen = await run(lena, 'my-case', { id });
    expect(seen).toMatchObject({ statusLabel: 'Waiting on you', waitingOn: 'me', owner: 'Priya Thorne' });
    expect(seen.thread.map(({ from, body, mine }) => [from, body, mine])).toEqual([
      ['Priya Thorne', 'Which size do you wear?', false],
    ]);
    expect(JSON.stringify(seen)).not.toContain('Stock in Ellery');

    later(2);
    const replied = await run(lena, 'my-case-comment', {
      caseId: id,
      body: '39, wide',
      clientKey: 'reply-1',
    });
    expect(replied).toMatchObject({ waitingOn: 'support', dueAt: new Date(now + 24 * HOUR).toISOString() });
    const again = await run(lena, 'my-case-comment', { caseId: id, body: '39, wide', clientKey: 'reply-1' });
    expect(again.thread).toHaveLength(2);
    expect(again.thread.map((message) => message.mine)).toEqual([false, true]);
  });

  it('is solved by support and opened again by the person', async () => {
    const { id } = await file(lena);
    const solved = await run(rosa, 'answer-case', answer(id, 'A pair is on its way.', { solve: true }));
    expect(solved).toMatchObject({ status: 'Solved', waitingOn: null, dueAt: null });
    const stored = () =>
      org.system.row<{ IsClosed: boolean; ClosedDate: string | null; Status: string }>(
        `SELECT IsClosed, ClosedDate, Status FROM Case WHERE Id = '${id}'`,
      );
    expect(await stored()).toMatchObject({
      IsClosed: true,
      ClosedDate: expect.stringContaining('2026-11-25'),
    });
    later(30);
    await run(lena, 'my-case-comment', { caseId: id, body: 'Wrong size, sorry.' });
    expect(await stored()).toEqual({ IsClosed: false, ClosedDate: null, Status: 'Working' });
  });

  it('is not changed by an answer to what was looked at before a reply came', async () => {
    const { id, version } = await file(lena);
    later(1);
    await run(lena, 'my-case-comment', { caseId: id, body: 'The left one leaks too.' });
    await run(rosa, 'assign-case', { caseId: id });
    const late = answer(id, 'Solved, I think.', { solve: true, ifVersion: version });
    await expect(run(priya, 'answer-case', late)).rejects.toMatchObject({
      errors: [{ code: 'PRECONDITION_FAILED' }],
    });
    const { thread, status } = await run(priya, 'case', { id });
    expect([thread.length, status]).toEqual([1, 'Working']);
  });

  it('takes a repeated answer once', async () => {
    const { id } = await file(lena);
    const once = answer(id, 'Take the pair at Skarn.', { clientKey: 'answer-1' });
    await run(priya, 'answer-case', once);
    later(1);
    await run(lena, 'my-case-comment', { caseId: id, body: 'None left there.' });
    const repeated = await run(priya, 'answer-case', once);
    expect(repeated).toMatchObject({ status: 'Working' });
    expect(repeated.thread).toHaveLength(2);
  });
});

describe('who sees what', () => {
  it('keeps a case from other members, by any way in', async () => {
    const { id } = await file(lena);
    for (const [name, input] of [
      ['my-case', { id }],
      ['my-case-comment', { caseId: id, body: 'x' }],
    ] as const) {
      await expect(run(idris, name, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect((await run<CaseSummary[]>(idris, 'my-cases')).map((each) => each.id)).not.toContain(id);
    expect((await run<CaseSummary[]>(lena, 'my-cases')).map((each) => each.id)).toContain(id);
    expect(await idris.rows(`SELECT Id FROM Case WHERE Id = '${id}'`)).toEqual([]);
  });

  it('gives members no right to comments, and support none to people', async () => {
    await expect(lena.rows('SELECT Id FROM CaseComment')).rejects.toMatchObject({ code: 'INVALID_TYPE' });
    await expect(lena.rows('SELECT Id, (SELECT Id FROM CaseComments) FROM Case')).rejects.toMatchObject({
      code: 'INVALID_TYPE',
    });
    await expect(lena.rows('SELECT OwnerId FROM Case')).rejects.toMatchObject({ code: 'INVALID_FIELD' });
    await expect(priya.rows('SELECT Id FROM Contact')).rejects.toMatchObject({ code: 'INVALID_TYPE' });
    expect(org.as({ kind: 'portal', profile: 'Candidate' }).can('File_Cases')).toBe(false);
    expect(lena.can('Work_Cases')).toBe(false);
    const [written] = await lena.insert('Case', [{ values: { Subject: 'x' } }]);
    expect(written?.success).toBe(false);
  });
});

describe('the support workspace', () => {
  it('counts open cases by queue, and lists what is due first', async () => {
    const before = await run<CaseQueue>(priya, 'cases');
    const { id } = await file(idris, { subject: 'Übung canceled', topic: 'Travel' });
    await priya.change('Case', id, { Priority: 'High' });
    const { queues, rows } = await run<CaseQueue>(priya, 'cases');
    expect(queues.map((queue) => queue.key)).toEqual(['mine', 'Field_Support', 'others', 'all']);
    const count = (from: CaseQueue, key: string) =>
      from.queues.find((queue) => queue.key === key)?.count ?? 0;
    expect(count({ ...before, queues }, 'all')).toBe(count(before, 'all') + 1);
    expect(
      count({ ...before, queues }, 'mine') +
        count({ ...before, queues }, 'others') +
        count({ ...before, queues }, 'Field_Support'),
    ).toBe(count({ ...before, queues }, 'all'));
    const due = rows.flatMap((row) => row.dueAt ?? []);
    expect(due).toEqual([...due].sort());
    expect(rows.every((row) => row.waitingOn !== null)).toBe(true);
    expect(rows.find((row) => row.id === id)).toMatchObject({
      person: 'Idris Vale',
      owner: 'Field Support',
      priorityLabel: 'High',
      ageHours: 0,
      dueAt: new Date(now + 4 * HOUR).toISOString(),
    });
  });

  it('finds cases by number, subject and name of the person', async () => {
    const { id, number } = await file(idris, { subject: 'Radio 4 silent' });
    for (const search of [number, 'radio silent', 'vale RADIO']) {
      const { rows } = await run<CaseQueue>(priya, 'cases', { search });
      expect(
        rows.map((row) => row.id),
        search,
      ).toContain(id);
    }
    expect((await run<CaseQueue>(priya, 'cases', { search: 'marsk radio' })).rows).toEqual([]);
    expect((await run<CaseQueue>(priya, 'cases', { search: "%' OR Id != '" })).rows).toEqual([]);
    await expect(run(priya, 'cases', { queue: 'nowhere' })).rejects.toMatchObject({ fields: ['queue'] });
  });

  it('keeps solved cases to be looked up', async () => {
    const { id } = await file(idris);
    await run(priya, 'answer-case', answer(id, 'Done.', { solve: true }));
    expect((await run<CaseQueue>(priya, 'cases')).rows.map((row) => row.id)).not.toContain(id);
    const { rows } = await run<CaseQueue>(priya, 'cases', { status: 'Solved' });
    expect(rows[0]).toMatchObject({ id, status: 'Solved', waitingOn: null });
  });

  it('shows the person with unit, post and last cases, and lets the agent take the case', async () => {
    const { id } = await file(lena);
    const taken = await run(rosa, 'assign-case', { caseId: id });
    expect(taken).toMatchObject({ owner: 'Rosa Iles', status: 'Working' });
    expect(taken.statuses.map((status) => status.value)).toEqual([
      'New',
      'Working',
      'Waiting on officer',
      'Solved',
    ]);
    expect(taken.person).toMatchObject({
      name: 'Lena Marsk',
      unit: 'High Passes',
      post: 'Skarn Pass Post',
      email: 'Lena@officers.example',
      phone: '+1 555 0100',
    });
    expect(taken.person?.lastCases.length).toBeGreaterThan(0);
    expect(taken.person?.lastCases.map((each) => each.id)).not.toContain(id);
    expect(taken.similarArticles[0]?.urlName).toBe('dry-and-reproof-boots');
    const read = community.operations.find((operation) => operation.name === 'article');
    expect(rosa.can(read?.permission ?? '')).toBe(true);
    expect(await read?.run(rosa, { urlName: 'dry-and-reproof-boots' })).toMatchObject({ language: 'en' });
  });
});

it('speaks the language of the reader', async () => {
  const { id } = await file(lena);
  const spanish = org.as({ ...lena.principal, language: 'es' });
  expect(await run(spanish, 'my-case', { id })).toMatchObject({
    statusLabel: 'Nos toca responder',
    topic: 'Equipo',
  });
  const filed = await file(spanish, { topic: 'Lesión o salud' });
  const { topic } = await run(priya, 'case', { id: filed.id });
  expect(topic).toBe('Injury or health');
});

it('keeps history that is loaded as it was', async () => {
  const contactId = lena.principal.contactId as string;
  const past = { CreatedDate: '2026-06-01T09:00:00Z', LastModifiedDate: '2026-06-02T09:00:00Z' };
  const id = await org.system.create('Case', {
    ...past,
    ContactId: contactId,
    Subject: 'Harness buckle slips',
    Status: 'Solved',
    CreatedById: lena.principal.userId,
  });
  const said = (CommentBody: string, hour: string, by: Session) => ({
    values: {
      ParentId: id,
      CommentBody,
      IsPublished: true,
      CreatedDate: `2026-06-01T${hour}:00:00Z`,
      CreatedById: by.principal.userId,
    },
  });
  await org.system.insert('CaseComment', [said('Thanks!', '12', lena), said('Use v4.', '11', priya)]);
  const { thread, status, updatedAt } = await run(priya, 'case', { id });
  expect(thread.map((message) => [message.from, message.body])).toEqual([
    ['Priya Thorne', 'Use v4.'],
    ['Lena Marsk', 'Thanks!'],
  ]);
  expect([status, updatedAt]).toEqual(['Solved', '2026-06-02T09:00:00.000Z']);
});
