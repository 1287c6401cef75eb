import { isTimeZone, MusterError } from '@muster/kernel';
import type { RuleRecord, SaveRule } from '../operation.js';
import type { Session } from '../session/session.js';

const ZONE = 'timezonesidkey';

/** A new user lives in the zone of the organization unless another is given. */
const organizationsZone: SaveRule = {
  object: 'User',
  when: 'before',
  on: ['insert'],
  run: async (batch, session) => {
    const without = batch.filter(({ values }) => !values.get(ZONE));
    if (without.length === 0) return;
    const zone = await zoneOfOrganization(session);
    for (const { values } of without) values.set(ZONE, zone);
  },
};

/** A zone that no clock knows would leave its people without dates. */
const knownZone = (object: 'User' | 'Organization'): SaveRule => ({
  object,
  when: 'before',
  on: ['insert', 'update'],
  run: async (batch) => {
    for (const record of batch) refuseUnknown(record);
  },
});

export const timeZoneRules: readonly SaveRule[] = [
  organizationsZone,
  knownZone('User'),
  knownZone('Organization'),
];

async function zoneOfOrganization(session: Session): Promise<string> {
  const system = session.system('own-fields');
  return (await system.row<{ TimeZoneSidKey: string }>('SELECT TimeZoneSidKey FROM Organization'))
    .TimeZoneSidKey;
}

function refuseUnknown(record: RuleRecord): void {
  const zone = record.values.get(ZONE);
  if (!zone || isTimeZone(zone)) return;
  const message = `Time Zone: bad value for restricted picklist field: ${zone}`;
  record.refuse(
    new MusterError('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, { fields: ['TimeZoneSidKey'] }),
  );
}
