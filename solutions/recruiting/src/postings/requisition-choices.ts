import { defineOperation } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import type { RequisitionChoices } from '../contract/index.js';
import { wordsOf } from '../messages/words.js';
import { loadProcesses } from '../processes/process-labels.js';

/** GET requisition-choices: what a requisition and a posting are put together from. */
export const requisitionChoices = defineOperation({
  name: 'requisition-choices',
  method: 'GET',
  purpose: 'hiring',
  permission: 'Manage_Requisitions',
  input: z.object({}),
  run: async (session): Promise<RequisitionChoices> => {
    const words = wordsOf(session);
    const planned = await session.rows<{ unit: string }>(
      soql`SELECT Unit__c unit FROM Workforce_Plan__c GROUP BY Unit__c`,
    );
    const asked = await session.rows<{ unit: string | null }>(
      soql`SELECT Unit__c unit FROM RecruitmentRequisition GROUP BY Unit__c`,
    );
    const units = [...planned, ...asked].flatMap((row) => row.unit ?? []);
    const questionnaires = await session.rows<{ Key__c: string; Name: string; Name_es__c: string | null }>(
      soql`SELECT Key__c, Name, Name_es__c FROM Questionnaire__c ORDER BY Name`,
    );
    const zone = session.principal.timeZone;
    return {
      units: [...new Set(units)].sort(),
      processes: [...(await loadProcesses(session)).values()].map((version) => ({
        value: version.key,
        label: words.label(version.name),
      })),
      questionnaires: questionnaires.map((row) => ({
        value: row.Key__c,
        label: words.language === 'es' ? (row.Name_es__c ?? row.Name) : row.Name,
      })),
      timeZones: [zone, ...Intl.supportedValuesOf('timeZone').filter((name) => name !== zone)],
    };
  },
});
