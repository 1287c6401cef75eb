import { dayInZone, type Id, MusterError } from '@muster/kernel';
import { findField, findObject } from '@muster/metadata';
import { soql, soqlNames } from '@muster/soql';
import type { FieldValues, RecordRow, Session } from '../session/session.js';
import { LEAD_MAPPING, type LeadTarget } from './lead-mapping.js';
import { moveCampaignMembers, repoint } from './repoint.js';

/** What a lead becomes: records that are there are completed, others are made. */
export interface LeadConversion {
  readonly leadId: Id;
  /** A value of the list of statuses that means converted. */
  readonly convertedStatus: string;
  readonly accountId?: Id;
  /** A contact of that account. */
  readonly contactId?: Id;
  readonly opportunityId?: Id;
  /** Owner of what is made; the lead's when not given. */
  readonly ownerId?: Id;
  readonly opportunityName?: string;
  readonly doNotCreateOpportunity?: boolean;
  /** Whether the lead's source replaces that of the contact. */
  readonly overwriteLeadSource?: boolean;
}

export interface ConvertedLead {
  readonly accountId: Id;
  readonly contactId: Id;
  readonly opportunityId: Id | undefined;
}

/**
 * Converts a lead to an account, a contact and, unless that is not wanted, an opportunity. Activities, notes and campaigns
 * of the lead go to them. All of it happens or nothing.
 * @throws MusterError INSUFFICIENT_ACCESS_OR_READONLY, NOT_FOUND, CANNOT_UPDATE_CONVERTED_LEAD, INVALID_STATUS, and what saves throw
 */
export function convertLead(session: Session, order: LeadConversion): Promise<ConvertedLead> {
  return session.transaction(async (inner) => {
    if (!inner.has('ConvertLeads')) {
      throw new MusterError(
        'INSUFFICIENT_ACCESS_OR_READONLY',
        'Converting leads needs the permission ConvertLeads',
      );
    }
    await inner.lock('Lead', [order.leadId]);
    const lead = await readLead(inner, order.leadId);
    checkLead(inner, lead, order);
    const ownerId = order.ownerId ?? String(lead.OwnerId);
    const accountId = await toAccount(inner, lead, order, ownerId);
    const contactId = await toContact(inner, lead, order, { accountId, ownerId });
    const opportunityId = await toOpportunity(inner, lead, order, { accountId, ownerId });
    const converted = { accountId, contactId, opportunityId };
    await closeLead(inner, order, converted);
    await moveAlong(inner.system('one-person'), order.leadId, converted);
    return converted;
  });
}

async function readLead(session: Session, id: Id): Promise<RecordRow> {
  const sources = Object.values(LEAD_MAPPING).flatMap((pairs) => pairs.map(([source]) => source));
  const names = ['OwnerId', 'IsConverted', ...readable(session, 'Lead', sources)];
  return session.row(soql`SELECT ${soqlNames(...new Set(names))} FROM Lead WHERE Id = ${id}`);
}

function checkLead(session: Session, lead: RecordRow, { convertedStatus, ownerId }: LeadConversion): void {
  if (lead.IsConverted === true) {
    throw new MusterError('CANNOT_UPDATE_CONVERTED_LEAD', 'The lead is converted already');
  }
  const object = findObject(session.snapshot, 'Lead');
  const statuses = (object && findField(object, 'Status')?.picklist?.values) ?? [];
  const status = statuses.find(({ value }) => value.toLowerCase() === convertedStatus.toLowerCase());
  if (status?.active !== true || status.isConverted !== true) {
    throw new MusterError('INVALID_STATUS', `invalid convertedStatus: ${convertedStatus}`);
  }
  const isQueues = session.snapshot.objectsByPrefix.get(String(lead.OwnerId).slice(0, 3))?.name === 'Group';
  if (isQueues && ownerId === undefined) {
    throw new MusterError(
      'MISSING_ARGUMENT',
      'The lead belongs to a queue: ownerId says whose the records will be',
    );
  }
}

async function toAccount(
  session: Session,
  lead: RecordRow,
  { accountId, contactId }: LeadConversion,
  OwnerId: Id,
): Promise<Id> {
  const values = mapped(session, lead, 'Account');
  if (accountId !== undefined) {
    await complete(session, 'Account', accountId, values);
    return accountId;
  }
  if (contactId !== undefined) {
    throw new MusterError('MISSING_ARGUMENT', 'A contact is named together with its account');
  }
  return session.create('Account', { ...values, OwnerId });
}

async function toContact(
  session: Session,
  lead: RecordRow,
  { contactId, overwriteLeadSource }: LeadConversion,
  { accountId, ownerId }: { readonly accountId: Id; readonly ownerId: Id },
): Promise<Id> {
  const values = mapped(session, lead, 'Contact');
  if (contactId === undefined)
    return session.create('Contact', { ...values, AccountId: accountId, OwnerId: ownerId });
  const contact = await session.row<{ readonly AccountId: Id | null }>(
    soql`SELECT AccountId FROM Contact WHERE Id = ${contactId}`,
  );
  if (contact.AccountId !== null && contact.AccountId !== accountId) {
    throw new MusterError('INVALID_CROSS_REFERENCE_KEY', 'The contact belongs to another account');
  }
  await complete(session, 'Contact', contactId, { ...values, AccountId: accountId });
  const source = values.LeadSource;
  if (overwriteLeadSource === true && source !== undefined)
    await session.change('Contact', contactId, { LeadSource: source });
  return contactId;
}

async function toOpportunity(
  session: Session,
  lead: RecordRow,
  { opportunityId, opportunityName, doNotCreateOpportunity }: LeadConversion,
  { accountId, ownerId }: { readonly accountId: Id; readonly ownerId: Id },
): Promise<Id | undefined> {
  if (opportunityId !== undefined) {
    await complete(session, 'Opportunity', opportunityId, { AccountId: accountId });
    return opportunityId;
  }
  if (doNotCreateOpportunity === true) return undefined;
  const object = findObject(session.snapshot, 'Opportunity');
  const stages = (object && findField(object, 'StageName')?.picklist?.values) ?? [];
  const stage = stages.find(({ isDefault }) => isDefault) ?? stages.find(({ active }) => active);
  const today = dayInZone(session.now(), session.principal.timeZone);
  return session.create('Opportunity', {
    ...mapped(session, lead, 'Opportunity'),
    Name: opportunityName || `${lead.Company}-`,
    AccountId: accountId,
    OwnerId: ownerId,
    StageName: stage?.value,
    CloseDate: lastDayOfQuarter(today),
  });
}

/** As Salesforce proposes it: the end of the quarter. */
function lastDayOfQuarter(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, Math.ceil(month / 3) * 3, 0)).toISOString().slice(0, 10);
}

/** The lead's values under the names of what it becomes, as far as the author may set them. */
function mapped(session: Session, lead: RecordRow, target: LeadTarget): Record<string, unknown> {
  const pairs: readonly (readonly [string, string])[] = LEAD_MAPPING[target];
  const object = findObject(session.snapshot, target);
  if (object === undefined) throw new MusterError('NOT_FOUND', 'The requested resource does not exist');
  const rights = session.rights(object);
  const values: Record<string, unknown> = {};
  for (const [source, name] of pairs) {
    const value = lead[source];
    if (value !== null && value !== undefined && rights.field(name).edit) values[name] = value;
  }
  return values;
}

/** Sets what is empty in a record; what it says already stays. */
async function complete(session: Session, object: string, id: Id, values: FieldValues): Promise<void> {
  const names = readable(session, object, Object.keys(values));
  const row: RecordRow = await session.row(
    soql`SELECT ${soqlNames('Id', ...names)} FROM ${soqlNames(object)} WHERE Id = ${id}`,
  );
  const empty = names.filter((name) => row[name] === null);
  if (empty.length > 0)
    await session.change(object, id, Object.fromEntries(empty.map((name) => [name, values[name]])));
}

function readable(session: Session, objectName: string, names: readonly string[]): readonly string[] {
  const object = findObject(session.snapshot, objectName);
  if (object === undefined) throw new MusterError('NOT_FOUND', 'The requested resource does not exist');
  const rights = session.rights(object);
  return names.filter((name) => rights.field(name).read);
}

/** The author changes the status, as anybody may who may edit the lead; that it is converted the system says. */
async function closeLead(
  session: Session,
  { leadId, convertedStatus }: LeadConversion,
  { accountId, contactId, opportunityId }: ConvertedLead,
): Promise<void> {
  await session.change('Lead', leadId, { Status: convertedStatus });
  await session.system('one-person').change('Lead', leadId, {
    IsConverted: true,
    ConvertedDate: dayInZone(session.now(), session.principal.timeZone),
    ConvertedAccountId: accountId,
    ConvertedContactId: contactId,
    ConvertedOpportunityId: opportunityId,
  });
}

async function moveAlong(
  system: Session,
  leadId: Id,
  { accountId, contactId, opportunityId }: ConvertedLead,
): Promise<void> {
  await moveCampaignMembers(
    system,
    { field: 'LeadId', ids: [leadId] },
    { field: 'ContactId', id: contactId },
  );
  const about = opportunityId ?? accountId;
  for (const object of ['Task', 'Event']) {
    const rows = await system.rows<{ readonly Id: Id }>(
      soql`SELECT Id FROM ${soqlNames(object)} WHERE WhoId = ${leadId} AND WhatId = null`,
    );
    await repointRows(
      system,
      object,
      rows.map(({ Id }) => Id),
      { WhoId: contactId, WhatId: about },
    );
  }
  await repoint(
    system,
    'Lead',
    [leadId],
    contactId,
    ({ referenceTo }) => referenceTo?.includes('Contact') ?? false,
  );
}

async function repointRows(
  system: Session,
  object: string,
  ids: readonly Id[],
  values: FieldValues,
): Promise<void> {
  for (const id of ids) await system.change(object, id, values);
}
