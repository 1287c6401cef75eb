import { MusterError } from '@muster/kernel';
import type { SaveRule } from '../operation.js';

/** A lead that was converted stays as it was: what comes later belongs to the contact. */
export const convertedLeads: SaveRule = {
  object: 'Lead',
  when: 'before',
  on: ['update'],
  run: async (batch, session) => {
    if (session.principal.kind === 'system') return;
    for (const record of batch.filter(({ previous }) => previous?.get('isconverted') === 't')) {
      record.refuse(new MusterError('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead'));
    }
  },
};
