import type { Id } from '@muster/kernel';
import { columnName, type FieldDef, fieldType, type ObjectDef, tableName } from '@muster/metadata';
import type { RecordRow, Session } from '@muster/records';
import type { Instance } from '@muster/server';
import { quoteIdent } from '@muster/sql';
import type { Secrets } from '../secret-world/secrets.js';
import { type BusyAgency, PORTAL_PEOPLE } from './busy-agency.js';

/** Texts that are read as something else: JSON, formulas, keys of steps. What is empty in them stays empty. */
const STRUCTURED =
  /^(Application_Event__c\.(Detail|Medical_Detail|Background_Detail|Step|Outcome)__c|ApplicationForm\.(Phase|Process_Key|Waiting_Step)__c|Application_Step__c\.(Phase|Role|Step)__c|Answer__c\.Value__c|Question__c\..*|RecruitmentPosting\.(Requirements|Steps_In_Words|Closes_At_Local|Time_Zone|Currency)__c|User\.(ProfileId|.*Key))$/;

export interface PlantedRecord {
  readonly object: string;
  readonly id: Id;
  readonly tag: string;
}

/** Puts a secret into every text that is empty so far, of all records, and says whose each record is. */
export async function plantSecrets(
  instance: Instance,
  system: Session,
  secrets: Secrets,
  agency: BusyAgency,
): Promise<readonly PlantedRecord[]> {
  const planted: PlantedRecord[] = [];
  const ownerOf = await ownership(system, agency);
  for (const object of system.snapshot.objects.values()) {
    const names = object.fields.map((field) => field.name);
    const rows = await system.rows<RecordRow>(`SELECT ${names.join(', ')} FROM ${object.name}`);
    const records = rows.map((row) => ({
      object: object.name,
      id: String(row.Id),
      tag: ownerOf(object, row),
    }));
    planted.push(...records);
    for (const field of object.fields.filter((each) => isFree(object, each))) {
      for (const tag of new Set(records.map((record) => record.tag))) {
        const ids = records.filter((record) => record.tag === tag).map(({ id }) => id);
        const value = secrets.name(object.name, field.name, tag);
        if (value.length > (field.length ?? 255)) continue;
        await instance.store.database.rows({
          text: `update ${quoteIdent(instance.org.schema)}.${quoteIdent(tableName(object))}
            set ${quoteIdent(columnName(field))} = $1 where id = any($2::text[]) and ${quoteIdent(columnName(field))} is null`,
          values: [value, ids],
        });
      }
    }
  }
  return planted;
}

function isFree(object: ObjectDef, field: FieldDef): boolean {
  const type = fieldType(field);
  return (
    type.storage === 'text' &&
    type.hasPicklist !== true &&
    type.isSystemWritten !== true &&
    type.describeType !== 'email' &&
    !field.unique &&
    !STRUCTURED.test(`${object.name}.${field.name}`)
  );
}

/** Whose a record is: a person's along its Contact, application or case; that of a posting or article by its state. */
async function ownership(
  system: Session,
  agency: BusyAgency,
): Promise<(object: ObjectDef, row: RecordRow) => string> {
  const owners = new Map<unknown, string>();
  const cases = new Map<unknown, string>(Object.entries(agency.cases).map(([name, id]) => [id, name]));
  for (const name of PORTAL_PEOPLE) {
    owners.set(agency.contacts[name], name).set(agency.applications[name], name);
    owners.set(agency.principals[name].userId, name).set(agency.principals[name].accountId, name);
  }
  const steps = await system.rows<{ Id: Id; Application__c: Id }>(
    'SELECT Id, Application__c FROM Application_Step__c',
  );
  for (const step of steps) owners.set(step.Id, owners.get(step.Application__c) ?? 'staff');
  const postings = new Map<unknown, string>(
    Object.entries(agency.postings).map(([tag, number]) => [number, tag]),
  );
  return (object, row) => {
    switch (object.name) {
      case 'RecruitmentPosting':
        return postings.get(row.Name) ?? 'staff';
      case 'Knowledge__kav':
        return audienceOf(row);
      case 'Question__c':
      case 'Questionnaire__c':
        return 'everyone';
      case 'EmailMessage':
        return owners.get(row.Reader__c) ?? 'waiting';
      case 'CaseComment':
        return row.IsPublished === true ? (cases.get(row.ParentId) ?? 'staff') : 'support';
      case 'ApplicationForm':
      case 'EmploymentOffer':
      case 'First_Contact__c':
        return owners.get(row.Contact__c) ?? 'staff';
      case 'Case':
        return cases.get(row.Id) ?? 'staff';
      default:
        return owners.get(row.Id) ?? owners.get(row.Application__c) ?? 'staff';
    }
  };
}

function audienceOf(article: RecordRow): string {
  if (article.PublishStatus !== 'Online') return 'staff';
  if (article.IsVisibleInPkb === true) return 'public';
  if (article.IsVisibleInCsp === true) return 'account';
  return article.IsVisibleInPrm === true ? 'member' : 'staff';
}
