import { type Id, MusterErrors } from '@muster/kernel';
import { type FieldDef, findObject, referencesTo } from '@muster/metadata';
import { soql, soqlNames } from '@muster/soql';
import type { Session } from '../session/session.js';

/** Lookups that say where a record came from, not whom it is about. */
const TRAILS = new Set([
  'MasterRecordId',
  'ConvertedAccountId',
  'ConvertedContactId',
  'ConvertedOpportunityId',
]);

/** Lets what points at some records of an object, by lookups that meet a condition, point at another record. */
export async function repoint(
  system: Session,
  objectName: string,
  from: readonly Id[],
  to: Id,
  isMeant: (field: FieldDef) => boolean = () => true,
): Promise<readonly Id[]> {
  const object = findObject(system.snapshot, objectName);
  if (object === undefined) return [];
  const moved: Id[] = [];
  for (const { object: child, field } of referencesTo(system.snapshot, object)) {
    if (
      child.kind === 'history' ||
      child.name === 'CampaignMember' ||
      TRAILS.has(field.name) ||
      !isMeant(field)
    )
      continue;
    const rows = await system.rows<{ readonly Id: Id }>(
      soql`SELECT Id FROM ${soqlNames(child.name)} WHERE ${soqlNames(field.name)} IN ${[...from]}`,
    );
    const records = rows
      .filter(({ Id }) => Id !== to)
      .map(({ Id }) => ({ id: Id, values: { [field.name]: to } }));
    await save(system, child.name, records);
    moved.push(...records.map(({ id }) => id));
  }
  return moved;
}

async function save(
  system: Session,
  object: string,
  records: readonly { readonly id: Id; readonly values: Readonly<Record<string, unknown>> }[],
): Promise<void> {
  const [error, ...more] = (await system.update(object, records)).flatMap(({ errors }) => errors);
  if (error !== undefined) throw new MusterErrors([error, ...more]);
}

/** Where members of campaigns name a person. */
type MemberField = 'LeadId' | 'ContactId';

/** Makes another person the member of campaigns; where that person is one already, the other membership goes. */
export async function moveCampaignMembers(
  system: Session,
  from: { readonly field: MemberField; readonly ids: readonly Id[] },
  to: { readonly field: MemberField; readonly id: Id },
): Promise<void> {
  const membersOf = (field: MemberField, ids: readonly Id[]) =>
    system.rows<{ readonly Id: Id; readonly CampaignId: Id }>(
      soql`SELECT Id, CampaignId FROM CampaignMember WHERE ${soqlNames(field)} IN ${[...ids]} ORDER BY Id`,
    );
  const seen = new Set((await membersOf(to.field, [to.id])).map(({ CampaignId }) => CampaignId));
  const moved: Id[] = [];
  const left: Id[] = [];
  for (const { Id, CampaignId } of await membersOf(from.field, from.ids)) {
    (seen.has(CampaignId) ? left : moved).push(Id);
    seen.add(CampaignId);
  }
  await save(
    system,
    'CampaignMember',
    moved.map((id) => ({ id, values: { [to.field]: to.id } })),
  );
  await system.delete('CampaignMember', left);
}
