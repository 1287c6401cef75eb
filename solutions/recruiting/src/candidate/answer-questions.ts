import { MusterError } from '@muster/kernel';
import { defineOperation, type Session } from '@muster/records';
import type { FileStore } from '@muster/store';
import { z } from 'zod';
import type { QuestionnaireScreen } from '../contract/index.js';
import { given } from '../input-shapes.js';
import { type Words, wordsOf } from '../messages/words.js';
import type { CompiledQuestion } from '../questionnaire/compile-questionnaire.js';
import { documentType, MAX_DOCUMENT_BYTES, safeFileName } from '../questionnaire/document-type.js';
import { readAnswer } from '../questionnaire/read-answer.js';
import { type AnsweredDocument, saveAnswer } from './answers.js';
import { openOwnApplication } from './own-application.js';
import {
  loadQuestionnaireState,
  type QuestionnaireState,
  questionnaireScreen,
} from './questionnaire-screen.js';

const MAX_BASE64 = Math.ceil(MAX_DOCUMENT_BYTES / 3) * 4 + 4;
const questionKey = given.text(40);
const answerValue = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.array(z.string()).max(100),
  z.null(),
]);

/** GET questionnaire */
export const questionnaire = defineOperation({
  name: 'questionnaire',
  method: 'GET',
  purpose: 'own-application',
  permission: 'Apply',
  input: z.object({ applicationId: given.id, question: questionKey.optional() }),
  run: async (session, { applicationId, question }): Promise<QuestionnaireScreen> => {
    const system = await openOwnApplication(session, applicationId);
    return questionnaireScreen(
      await loadQuestionnaireState(system, applicationId),
      wordsOf(session),
      question,
    );
  },
});

/** POST answer: saved at once; answers with the next screen. */
export const answer = defineOperation({
  name: 'answer',
  method: 'POST',
  purpose: 'own-application',
  permission: 'Apply',
  input: z.object({ applicationId: given.id, question: questionKey, value: answerValue }),
  run: (session, { applicationId, question, value }) =>
    changeAnswers(session, applicationId, question, async (system, state, asked) => {
      if (asked.question.kind === 'document' && value !== null) {
        throw new MusterError('INVALID_OPERATION', wordsOf(session).say('answer.document'));
      }
      const kept = readAnswer(asked, value, state.given.values, state.time, wordsOf(session));
      await saveAnswer(system, applicationId, question, { value: kept });
      if (asked.question.kind === 'phone' && typeof kept === 'string') {
        await system.change('Contact', session.principal.contactId ?? '', { Phone: kept });
      }
    }),
});

/** POST document: a file whose kind is told by its content, not its name. */
export function documentOperation(files: FileStore) {
  return defineOperation({
    name: 'document',
    method: 'POST',
    purpose: 'own-application',
    permission: 'Apply',
    input: z.object({
      applicationId: given.id,
      question: questionKey,
      fileName: given.text(255),
      base64: z.string().max(MAX_BASE64),
    }),
    run: async (session, { applicationId, question, fileName, base64 }) => {
      const words = wordsOf(session);
      const content = readDocument(base64, words);
      const type = documentType(content);
      if (type === undefined) throw refusedDocument(words.say('answer.document_kind'));
      return changeAnswers(session, applicationId, question, async (system, _state, asked) => {
        if (asked.question.kind !== 'document') throw refusedDocument(words.say('answer.wrong'));
        const { hash } = await files.put(content, { maxSize: MAX_DOCUMENT_BYTES });
        const name = safeFileName(fileName, type);
        const document = await keepDocument(system, applicationId, { name, bytes: content.byteLength, hash });
        await saveAnswer(system, applicationId, question, { document });
      });
    },
  });
}

type SaveWork = (system: Session, state: QuestionnaireState, asked: CompiledQuestion) => Promise<void>;

/** Changes one answer of an application that has not been sent, under its lock. */
async function changeAnswers(
  session: Session,
  applicationId: string,
  key: string,
  save: SaveWork,
): Promise<QuestionnaireScreen> {
  return session.transaction(async (own) => {
    const words = wordsOf(own);
    const system = await openOwnApplication(own, applicationId);
    await system.lock('ApplicationForm', [applicationId]);
    const state = await loadQuestionnaireState(system, applicationId);
    if (state.status !== 'draft') {
      throw new MusterError('INVALID_OPERATION', words.say('error.sent_already'));
    }
    const asked = state.questionnaire.find((each) => each.question.key === key);
    if (asked === undefined || !state.walk.asked.some((question) => question.key === key)) {
      throw new MusterError('NOT_FOUND', words.say('error.no_question'));
    }
    await save(system, state, asked);
    return questionnaireScreen(await loadQuestionnaireState(system, applicationId), words);
  });
}

function readDocument(base64: string, words: Words): Uint8Array {
  const content = Buffer.from(base64.replace(/^data:[^,]*,/, ''), 'base64');
  if (content.byteLength === 0) throw refusedDocument(words.say('answer.document_empty'));
  if (content.byteLength > MAX_DOCUMENT_BYTES) throw refusedDocument(words.say('answer.document_too_big'));
  return content;
}

function refusedDocument(message: string): MusterError {
  return new MusterError('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, { fields: ['base64'] });
}

async function keepDocument(
  system: Session,
  applicationId: string,
  { name, bytes, hash }: { name: string; bytes: number; hash: string },
): Promise<AnsweredDocument> {
  const title = name.replace(/\.[^.]+$/, '');
  const id = await system.create('ContentDocument', { Title: title });
  await system.create('ContentVersion', {
    ContentDocumentId: id,
    Title: title,
    PathOnClient: name,
    VersionData: hash,
  });
  await system.create('ContentDocumentLink', {
    ContentDocumentId: id,
    LinkedEntityId: applicationId,
    ShareType: 'V',
    Visibility: 'AllUsers',
  });
  return { id, name, bytes };
}
