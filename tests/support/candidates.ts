import { type AnswerValue, type ApplicationView, createClient, type MusterClient } from '@muster/client';
import { clientOf } from './client-of.js';
import { codeFromOutbox } from './code-from-outbox.js';
import type { TestServer } from './test-server.js';
import { daysFromToday } from './walk.js';

export const PASSWORD = 'otter lantern quay 7';
export const FIELD_OFFICER = 'P-0001';
export const LAKE_GUARD = 'P-0002';

/** One good answer to each question of both questionnaires. */
const ANSWERS: Readonly<Record<string, AnswerValue>> = {
  right_to_work: true,
  birth_date: '2002-03-27',
  phone: '+1 555 0100',
  has_licence: true,
  licence_kind: 'car',
  licence_state: 'valid',
  languages: ['en', 'es'],
  swim: 'm200',
  served: true,
  service_branch: 'navy',
  education: 'school',
  certificate: null,
  why_this_job: 'I grew up by the lake and like to help.',
  available_from: daysFromToday(90),
  rescue_certificate: true,
  weeks: 10,
};

/** Somebody new with an account, confirmed by its code. */
export async function newCandidate(
  server: TestServer,
  firstName: string,
  language: 'en' | 'es' = 'en',
): Promise<MusterClient> {
  const { auth } = createClient({ baseUrl: server.url });
  const email = emailOf(firstName);
  await auth.register({ firstName, lastName: 'Moor', email, password: PASSWORD, language });
  await auth.confirm({ email, code: await codeFromOutbox(server.url, email), password: PASSWORD });
  return clientOf(server, email);
}

export function emailOf(firstName: string): string {
  return `${firstName.toLowerCase()}.moor@example.org`;
}

/** Starts an application, or goes on with it, and answers every question; `answers` replace some. */
export async function answerAll(
  { recruiting }: MusterClient,
  postingNumber: string,
  answers: Readonly<Record<string, AnswerValue>> = {},
): Promise<string> {
  const { applicationId } = await recruiting.startApplication({ postingNumber });
  for (;;) {
    const { question, stop } = await recruiting.questionnaire({ applicationId });
    if (question === null || stop !== null) return applicationId;
    const value = { ...ANSWERS, ...answers }[question.key] ?? null;
    await recruiting.answer({ applicationId, question: question.key, value });
  }
}

/** Answers every question and sends the application; `answers` replace some. */
export async function apply(
  client: MusterClient,
  postingNumber: string,
  answers: Readonly<Record<string, AnswerValue>> = {},
): Promise<string> {
  const applicationId = await answerAll(client, postingNumber, answers);
  await client.recruiting.submitApplication({ applicationId });
  return applicationId;
}

/** Lets staff record passing results until an offer of this kind can be made. */
export async function leadToOffer(
  { recruiting }: MusterClient,
  applicationId: string,
  kind: 'conditional' | 'final',
): Promise<void> {
  let view = await recruiting.application({ id: applicationId });
  while (!view.actions.some((action) => action.kind === `${kind}_offer`)) {
    const { step, outcome } = passableStep(view);
    view = await recruiting.recordResult({ applicationId, step, outcome });
  }
}

/** Lets staff make an offer as soon as that is possible, to be answered within ten days. */
export async function offer(
  staff: MusterClient,
  applicationId: string,
  kind: 'conditional' | 'final',
  answerBy = daysFromToday(10),
): Promise<void> {
  await leadToOffer(staff, applicationId, kind);
  await staff.recruiting.makeOffer({ applicationId, kind, answerBy });
}

function passableStep({ lanes, sentence }: ApplicationView): {
  readonly step: string;
  readonly outcome: string;
} {
  for (const { step, outcomes } of lanes.flatMap((lane) => lane.steps)) {
    const passing = outcomes.find(({ passes }) => passes);
    if (passing !== undefined) return { step, outcome: passing.value };
  }
  throw new Error(`No step can be passed: ${sentence}`);
}
