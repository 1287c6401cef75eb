import { MusterError } from '@muster/kernel';
import { defineOperation, type Operation } from '@muster/records';
import { z } from 'zod';
import { topicValue } from '../cases/case-labels.js';
import { insertOne } from '../cases/save-one.js';
import { supportQueueId } from '../cases/support-queue.js';
import { viewOwnCase } from '../cases/view-case.js';
import type { CaseView, FileCase } from '../contract.js';
import { clientKey } from './input-shapes.js';

const shape = z.object({
  subject: z.string().trim().min(1, 'is empty').max(255, 'is longer than 255 characters'),
  description: z.string().trim().min(1, 'is empty').max(32_000, 'is longer than 32,000 characters'),
  topic: z.string().min(1, 'is empty').max(255),
  clientKey,
});

/** Files a case of the signed-in person's own; it comes to the support queue with a number. */
export const fileCase: Operation<FileCase, CaseView> = defineOperation({
  name: 'file-case',
  method: 'POST',
  purpose: 'field-support',
  permission: 'File_Cases',
  input: shape,
  async run(session, input) {
    const { contactId, accountId } = session.principal;
    if (contactId === undefined) throw noPerson();
    const system = session.system('own-case');
    const values = {
      ContactId: contactId,
      AccountId: accountId ?? null,
      OwnerId: await supportQueueId(system),
      Origin: 'Web',
      Subject: input.subject,
      Description: input.description,
      Topic__c: topicValue(session, input.topic),
    };
    const key = input.clientKey === undefined ? {} : { clientKey: input.clientKey };
    const { id } = await insertOne(system, 'Case', { values, ...key });
    return viewOwnCase(session, id);
  },
});

function noPerson(): MusterError {
  return new MusterError(
    'INSUFFICIENT_ACCESS_OR_READONLY',
    'A case is filed by the person it is for: this user stands for no person',
  );
}
