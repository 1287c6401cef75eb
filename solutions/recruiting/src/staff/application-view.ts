import { defineOperation, type Session } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import { isoInstant } from '../application/instants.js';
import { type Application, loadApplication, requireApplication } from '../application/load-application.js';
import { loadAnswers } from '../candidate/answers.js';
import type { ApplicationView } from '../contract/index.js';
import { legalNextEvents } from '../engine/index.js';
import { given } from '../input-shapes.js';
import { type Words, wordsOf } from '../messages/words.js';
import { loadMessages } from '../outbox/messages.js';
import { postingText } from '../postings/posting-row.js';
import { answerText } from '../questionnaire/answer-text.js';
import { loadQuestionnaire } from '../questionnaire/load-questionnaire.js';
import { actionsOf } from './actions.js';
import { dispositionChoices, recordableFacts } from './choices.js';
import { documentsShown } from './documents.js';
import { historyOf } from './history.js';
import { holdView } from './hold-view.js';
import { lanesOf } from './lanes.js';
import { type Reader, readerOf } from './reader.js';
import { reviewableDecisions, reviewView } from './review-view.js';
import { sealedItems } from './sealed-items.js';
import { applicationSentence } from './sentence.js';

/** GET application: screen 6. */
export const application = defineOperation({
  name: 'application',
  method: 'GET',
  purpose: 'hiring',
  permission: 'View_Applications',
  input: z.object({ id: given.id }),
  run: (session, { id }) => viewApplication(session, id),
});

/** An application as the session's rights show it. @throws MusterError NOT_FOUND */
export async function viewApplication(session: Session, id: string): Promise<ApplicationView> {
  await requireApplication(session, id);
  const system = session.system('hiring-event');
  return presentApplication(session, system, await loadApplication(system, id));
}

async function presentApplication(
  session: Session,
  system: Session,
  loaded: Application,
): Promise<ApplicationView> {
  const words = wordsOf(session);
  const reader = readerOf(session);
  const { row, process, state, log, now } = loaded;
  const legal = legalNextEvents(process, state, now);
  const names = await userNames(
    system,
    log.map((event) => event.author),
  );
  return {
    ...headOf(loaded, words),
    sentence: applicationSentence(loaded, reader, words),
    firstContact: reader.firstContacts ? await firstContactOf(session, row.Contact__c, words) : null,
    lanes: lanesOf(session, loaded, legal, reader, names, words),
    actions: actionsOf(session, loaded, legal, words),
    dispositions: dispositionChoices(session, loaded, words),
    facts: recordableFacts(session, loaded, words),
    gate: gateView(loaded, words),
    hold: state.hold === undefined ? null : holdView(state.hold, true),
    review: reviewView(session, loaded, reader, names, words),
    reviewable: reviewableDecisions(session, loaded, reader, words),
    ...(await answersShown(session, system, loaded, reader, words)),
    sealed: sealedItems(session.snapshot, loaded, reader, words),
    notes: reader.notes ? await notesOf(session, row.Id) : [],
    conversation: session.can('Work_Applications') ? await loadMessages(system, row.Id, 'staff') : [],
    history: historyOf(session, loaded, reader, names, words),
  };
}

type Head =
  | 'id'
  | 'version'
  | 'name'
  | 'number'
  | 'contactId'
  | 'email'
  | 'phone'
  | 'posting'
  | 'requisition'
  | 'process'
  | 'owner'
  | 'status'
  | 'phase';

/** Who and what it is about. */
function headOf({ row, process, state, log }: Application, words: Words): Pick<ApplicationView, Head> {
  const { Contact__r: person, Posting__r: posting, Requisition__c, Requisition__r } = row;
  const phase = process.version.phases.find((each) => each.key === state.phase);
  return {
    id: row.Id,
    version: log.length,
    name: person.Name,
    number: row.Name,
    contactId: row.Contact__c,
    email: person.Email ?? '',
    phone: person.Phone,
    posting: { value: posting.Name, label: postingText(words, posting, 'Title') },
    requisition:
      Requisition__c === null || Requisition__r === null
        ? null
        : { value: Requisition__c, label: Requisition__r.Name },
    process: { label: words.label(process.version.name), version: row.Process_Version__r.Number__c },
    owner: { value: row.OwnerId, label: row.Owner.Name },
    status: state.status,
    phase: phase === undefined ? '' : words.label(phase.label),
  };
}

/** The gate that has stopped an application: which steps are held, and what holding them saves. */
function gateView({ process, state }: Application, words: Words): ApplicationView['gate'] {
  const { adjudication } = state;
  if (adjudication === undefined) return null;
  const held = process.steps.filter((_, index) => state.steps[index]?.state === 'held');
  const [cause] = adjudication.causes;
  const gate = process.version.gates.find((each) => cause?.kind === 'gate' && each.key === cause.gate);
  return {
    label: gate === undefined ? words.say('gate.asked') : words.label(gate.label),
    since: new Date(adjudication.since).toISOString(),
    held: held.map((step) => words.label(step.label)),
    saved: held.filter((step) => step.costly).reduce((sum, step) => sum + step.cost, 0),
  };
}

async function userNames(system: Session, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== '');
  const rows = await system.rows<{ Id: string; Name: string }>(
    soql`SELECT Id, Name FROM User WHERE Id IN ${wanted}`,
  );
  return new Map(rows.map(({ Id, Name }) => [Id, Name]));
}

async function firstContactOf(
  session: Session,
  contactId: string,
  words: Words,
): Promise<ApplicationView['firstContact']> {
  const [row] = await session.rows<{
    Kind__c: FirstContactKind;
    Source__c: string | null;
    Campaign__c: string | null;
    At__c: string;
  }>(
    soql`SELECT Kind__c, Source__c, Campaign__c, At__c FROM First_Contact__c WHERE Contact__c = ${contactId}`,
  );
  if (row === undefined) return null;
  return {
    kind: words.say(`first_contact.${row.Kind__c}`),
    source: [row.Campaign__c, row.Source__c].filter((text) => text !== null).join(' · '),
    at: isoInstant(row.At__c) ?? '',
  };
}

type FirstContactKind = 'campaign' | 'event' | 'referral' | 'posting_link' | 'direct' | 'import';

async function answersShown(
  session: Session,
  system: Session,
  { row }: Application,
  reader: Reader,
  words: Words,
): Promise<Pick<ApplicationView, 'answers' | 'documents'>> {
  const { Questionnaire__c } = row.Posting__r;
  if (!reader.answers || Questionnaire__c === null) return { answers: [], documents: [] };
  const questions = await loadQuestionnaire(system, Questionnaire__c);
  const { values, documents } = await loadAnswers(system, row.Id);
  const given = questions.filter((question) => values.has(question.key));
  const handedIn = given.flatMap((question) => {
    const document = documents.get(question.key);
    return document === undefined ? [] : [{ ...document, question: words.label(question.text) }];
  });
  return {
    answers: given.map((question) => ({
      question: words.label(question.text),
      answer: answerText(question, values.get(question.key), words, documents.get(question.key)?.name),
    })),
    documents: await documentsShown(session, system, handedIn, reader),
  };
}

async function notesOf(session: Session, applicationId: string): Promise<ApplicationView['notes']> {
  const rows = await session.rows<{
    Id: string;
    Body__c: string | null;
    CreatedDate: string;
    CreatedBy: { Name: string } | null;
  }>(
    soql`SELECT Id, Body__c, CreatedDate, CreatedBy.Name FROM Application_Note__c
      WHERE Application__c = ${applicationId} ORDER BY CreatedDate DESC, Id DESC`,
  );
  return rows.map((row) => ({
    id: row.Id,
    by: row.CreatedBy?.Name ?? '',
    at: isoInstant(row.CreatedDate) ?? '',
    body: row.Body__c ?? '',
  }));
}
