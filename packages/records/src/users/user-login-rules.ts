import type { Id } from '@muster/kernel';
import type { SaveRule } from '../operation.js';
import { becomes } from '../save/becomes.js';
import { administrators, powerBeyond, powersOfUsers } from './powers.js';
import { refusals } from './refusals.js';

/** Rows that the system alone makes and ends. */
const keptBySystem = (object: 'UserLogin' | 'LoginHistory', on: SaveRule['on']): SaveRule => ({
  object,
  when: 'before',
  on,
  run: async (batch, session) => {
    if (session.principal.kind === 'system') return;
    for (const record of batch) record.refuse(refusals.keptBySystem(object));
  },
});

/** Freezing: not oneself, nobody with powers one does not hold, not the last who can manage users. */
const guardFreezing: SaveRule = {
  object: 'UserLogin',
  when: 'before',
  on: ['update'],
  run: async (batch, session) => {
    if (session.principal.kind === 'system') return;
    const system = session.system('user-rules');
    const userOf = (record: (typeof batch)[number]): Id => record.previous?.get('userid') ?? '';
    const held = await powersOfUsers(system, batch.map(userOf));
    for (const record of batch) {
      const power = powerBeyond(session, held.get(userOf(record)) ?? []);
      if (!session.has('ManageUsers')) record.refuse(refusals.needsManageUsers());
      else if (power !== undefined) record.refuse(refusals.beyond(power));
      else if (becomes(record, 'isfrozen', true) && userOf(record) === session.principal.userId)
        record.refuse(refusals.ownFreeze());
    }
    const freezing = batch.filter((record) => becomes(record, 'isfrozen', true));
    if (!freezing.some((record) => held.get(userOf(record))?.has('ManageUsers'))) return;
    const stay = new Set(await administrators(system));
    for (const record of freezing) stay.delete(userOf(record));
    if (stay.size === 0) for (const record of freezing) record.refuse(refusals.lastAdministrator('IsFrozen'));
  },
};

export const userLoginRules: readonly SaveRule[] = [
  keptBySystem('UserLogin', ['insert', 'delete']),
  keptBySystem('LoginHistory', ['insert', 'update', 'delete']),
  guardFreezing,
];
