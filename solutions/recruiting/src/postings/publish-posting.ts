import { isTimeZone, MusterError, wallClockInstant } from '@muster/kernel';
import { defineOperation, type FieldValues, type Session } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import { instantText } from '../application/instants.js';
import { loadProcess } from '../application/process-versions.js';
import { keyedRecord, saveAll } from '../application/save-all.js';
import { given } from '../input-shapes.js';
import { wordsOf } from '../messages/words.js';
import { compileQuestionnaire } from '../questionnaire/compile-questionnaire.js';
import { loadQuestionnaire } from '../questionnaire/load-questionnaire.js';
import { listRequisitions } from './requisitions.js';
import { requirementsInWords, stepsInWords } from './words-of-a-posting.js';

const inBoth = (most: number) => z.object({ en: given.text(most), es: given.text(most) });

const newPosting = z
  .object({
    requisitionId: given.id,
    title: inBoth(120),
    summary: inBoth(255),
    description: inBoth(32_000),
    location: given.text(120),
    payMin: z.number().min(0).max(10_000_000),
    payMax: z.number().min(0).max(10_000_000),
    payPeriod: z.enum(['YEAR', 'MONTH', 'HOUR']).default('YEAR'),
    employmentType: z.enum(['FULL_TIME', 'PART_TIME', 'TEMPORARY', 'SEASONAL']),
    closesAtLocal: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'must be like 2027-02-14T23:59'),
    timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone'),
    questionnaireKey: given.text(40),
    clientKey: given.clientKey,
  })
  .refine(({ payMin, payMax }) => payMin <= payMax, {
    path: ['payMax'],
    message: 'must not be below payMin',
  });

/** POST publish-posting: what applicants read is fixed as it is now; it closes by the wall clock of its own zone. */
export const publishPosting = defineOperation({
  name: 'publish-posting',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Manage_Requisitions',
  input: newPosting,
  run: (session, input) =>
    session.transaction(async (own) => {
      const values = {
        ...ownWords(input),
        ...closingTime(own, input),
        ...(await rulesInWords(own, input)),
        RecruitmentRequisitionId: input.requisitionId,
        CandidateSourceKey: 'External',
        StartDate: instantText(own.now()).slice(0, 10),
        State__c: 'Open',
        Published__c: true,
        Published_At__c: instantText(own.now()),
        Agency__c: (await own.row<{ Name: string }>('SELECT Name FROM Organization')).Name,
      };
      await saveAll(
        own.system('publishing').insert('RecruitmentPosting', [keyedRecord(values, input.clientKey)]),
      );
      return listRequisitions(own);
    }),
});

type NewPosting = z.infer<typeof newPosting>;

function ownWords(input: NewPosting): FieldValues {
  return {
    Description: input.summary.en,
    Title__c: input.title.en,
    Title_es__c: input.title.es,
    Summary__c: input.summary.en,
    Summary_es__c: input.summary.es,
    Body__c: input.description.en,
    Body_es__c: input.description.es,
    Location__c: input.location,
    Pay_Min__c: input.payMin,
    Pay_Max__c: input.payMax,
    Pay_Period__c: input.payPeriod,
    Currency__c: 'USD',
    Employment_Type__c: input.employmentType,
  };
}

function closingTime(own: Session, { closesAtLocal, timeZone }: NewPosting): FieldValues {
  const closesAt = wallClockInstant(closesAtLocal, timeZone);
  if (closesAt === undefined || closesAt <= own.now()) {
    const message = wordsOf(own).say('error.closes_in_past');
    throw new MusterError('INVALID_INPUT', message, { fields: ['closesAtLocal'] });
  }
  return {
    EndDate: closesAtLocal.slice(0, 10),
    Closes_At__c: instantText(closesAt),
    Closes_At_Local__c: closesAtLocal,
    Time_Zone__c: timeZone,
  };
}

/** What the process and the questionnaire ask of applicants, in the words of today. */
async function rulesInWords(
  own: Session,
  { requisitionId, questionnaireKey }: NewPosting,
): Promise<FieldValues> {
  const requisition = await own.row<{ Hiring_Process__c: string }>(
    soql`SELECT Hiring_Process__c FROM RecruitmentRequisition WHERE Id = ${requisitionId}`,
  );
  const [version] = await own.rows<{ Id: string }>(
    soql`SELECT Id FROM Hiring_Process_Version__c WHERE Process__c = ${requisition.Hiring_Process__c}
      AND Status__c = 'Published' ORDER BY Number__c DESC LIMIT 1`,
  );
  if (version === undefined) throw new MusterError('INVALID_OPERATION', wordsOf(own).say('error.no_process'));
  const questionnaire = await own.row<{ Id: string; Minutes__c: number | null }>(
    soql`SELECT Id, Minutes__c FROM Questionnaire__c WHERE Key__c = ${questionnaireKey}`,
  );
  const questions = await loadQuestionnaire(own, questionnaire.Id);
  compileQuestionnaire(questions);
  const { version: process } = await loadProcess(own, version.Id);
  return {
    Questionnaire__c: questionnaire.Id,
    Minutes__c: questionnaire.Minutes__c,
    Steps_In_Words__c: JSON.stringify(stepsInWords(process)),
    Requirements__c: JSON.stringify(requirementsInWords(questions)),
  };
}

/** POST close-posting: takes it off the site at once; applications under way go on. */
export const closePosting = defineOperation({
  name: 'close-posting',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Manage_Requisitions',
  input: z.object({ postingId: given.id }),
  run: async (session, { postingId }) => {
    await session.row(soql`SELECT Id FROM RecruitmentPosting WHERE Id = ${postingId}`);
    await session.system('publishing').change('RecruitmentPosting', postingId, { State__c: 'Closed' });
    return listRequisitions(session);
  },
});
