import { type Id, MusterError } from '@muster/kernel';
import { findObject, MERGEABLE } from '@muster/metadata';
import type { FieldValues, Session } from '../session/session.js';
import { moveCampaignMembers, repoint } from './repoint.js';

const MOST_LOSERS = 2;

export interface Merge {
  readonly object: string;
  /** The record that stays. */
  readonly masterId: Id;
  /** One or two records of the same object, which it takes over. */
  readonly losers: readonly Id[];
  /** What the one that stays is to say: values of the others are not taken over by themselves. */
  readonly values: FieldValues;
}

/**
 * Makes one record of two or three: what points at the losers points at the master from then on, the losers go into the
 * recycle bin and say by `MasterRecordId` what they became. Gives the ids of what was moved. All of it happens or nothing.
 * @throws MusterError MERGE_FAILED, and what saves throw
 */
export async function mergeRecords(session: Session, merge: Merge): Promise<readonly Id[]> {
  const { masterId, values } = merge;
  const { name } = checkMerge(session, merge);
  const losers = [...merge.losers];
  return session.transaction(async (inner) => {
    await inner.lock(name, [masterId, ...losers]);
    await inner.change(name, masterId, values);
    const system = inner.system('one-person');
    if (name !== 'Account') {
      const field = name === 'Lead' ? 'LeadId' : 'ContactId';
      await moveCampaignMembers(system, { field, ids: losers }, { field, id: masterId });
    }
    const moved = await repoint(system, name, losers, masterId);
    const marked = losers.map((id) => ({ id, values: { MasterRecordId: masterId } }));
    await refuseFailed(system.update(name, marked));
    await refuseFailed(inner.delete(name, losers));
    return moved;
  });
}

function checkMerge(session: Session, { object: objectName, masterId, losers }: Merge) {
  const object = findObject(session.snapshot, objectName);
  if (object === undefined || !MERGEABLE.has(object.name)) {
    throw new MusterError('MERGE_FAILED', `Records of ${objectName} cannot be merged`);
  }
  if (losers.length === 0 || losers.length > MOST_LOSERS) {
    throw new MusterError(
      'MERGE_FAILED',
      `One or two records are merged into another; found ${losers.length}`,
    );
  }
  if (new Set([masterId, ...losers]).size <= losers.length) {
    throw new MusterError('MERGE_FAILED', 'A record cannot be merged with itself');
  }
  const other = [masterId, ...losers].find((id) => !id.startsWith(object.keyPrefix));
  if (other !== undefined) throw new MusterError('MERGE_FAILED', `${other} is no id of ${object.name}`);
  return object;
}

async function refuseFailed(saving: ReturnType<Session['update']>): Promise<void> {
  const error = (await saving)
    .flatMap(({ errors }) => errors)
    .find(({ code }) => code !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
  if (error !== undefined) throw error;
}
