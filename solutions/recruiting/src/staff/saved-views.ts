import { defineOperation, type Session } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import type { SavedView } from '../contract/index.js';
import { given } from '../input-shapes.js';

/** GET saved-views: one's own, and those colleagues share. */
export const savedViews = defineOperation({
  name: 'saved-views',
  method: 'GET',
  purpose: 'hiring',
  permission: 'View_Applications',
  input: z.object({}),
  run: (session) => listViews(session),
});

/** POST saved-views: keeps a view under a label; the same label again replaces it. */
export const saveView = defineOperation({
  name: 'saved-views',
  method: 'POST',
  purpose: 'hiring',
  permission: 'View_Applications',
  input: z.object({ label: given.text(80), query: z.string().max(2000) }),
  run: async (session, { label, query }) => {
    const own = (await listViews(session)).find((view) => view.mine && view.label === label);
    if (own === undefined) await session.create('Saved_View__c', { Name: label, Query__c: query });
    else await session.change('Saved_View__c', own.id, { Query__c: query });
    return listViews(session);
  },
});

/** POST delete-view */
export const deleteView = defineOperation({
  name: 'delete-view',
  method: 'POST',
  purpose: 'hiring',
  permission: 'View_Applications',
  input: z.object({ id: given.id }),
  run: async (session, { id }) => {
    const [result] = await session.delete('Saved_View__c', [id]);
    const [error] = result?.errors ?? [];
    if (error !== undefined) throw error;
    return listViews(session);
  },
});

async function listViews(session: Session): Promise<readonly SavedView[]> {
  const rows = await session.rows<{ Id: string; Name: string; Query__c: string | null; OwnerId: string }>(
    soql`SELECT Id, Name, Query__c, OwnerId FROM Saved_View__c ORDER BY Name`,
  );
  return rows.map((row) => ({
    id: row.Id,
    label: row.Name,
    query: row.Query__c ?? '',
    mine: row.OwnerId === session.principal.userId,
  }));
}
