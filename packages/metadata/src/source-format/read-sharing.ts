import type { CriteriaSharingRule, SharingSetDef, SharingSetMapping } from '../model.js';
import type { ElementReader } from './element-reader.js';
import { readCriteria, refusesLogic } from './read-criteria.js';

const AUDIENCES: Readonly<Record<string, CriteriaSharingRule['sharedTo']>> = {
  allCustomerPortalUsers: 'portal',
  allPartnerUsers: 'partner',
  allInternalUsers: 'internal',
};

/**
 * The criteria rules of a `SharingRules` file whose audience is a whole class of users; others are reported. A rule
 * covers records whoever owns them.
 */
export function readSharingRules(root: ElementReader, object: string): readonly CriteriaSharingRule[] {
  const guest = root.children('sharingGuestRules').map((rule) => readRule(rule, object, readGuest));
  const criteria = root.children('sharingCriteriaRules').map((rule) => readRule(rule, object, readAudience));
  return [...guest, ...criteria].filter((rule) => rule !== undefined);
}

/** A `SharingSet`: which records portal users reach along a path from their own Contact or Account. */
export function readSharingSet(root: ElementReader, name: string): SharingSetDef {
  root.text('name');
  root.text('description');
  return {
    name,
    profiles: root.texts('profiles'),
    mappings: root.children('accessMappings').flatMap(readMapping),
  };
}

function readRule(
  rule: ElementReader,
  object: string,
  audienceOf: (rule: ElementReader) => CriteriaSharingRule['sharedTo'] | undefined,
): CriteriaSharingRule | undefined {
  const name = rule.required('fullName');
  rule.text('label');
  rule.text('description');
  rule.flag('includeHVUOwnedRecords');
  if (rule.flag('includeRecordsOwnedByAll') === false) {
    rule.error('<includeRecordsOwnedByAll> false is not supported: a rule covers records of every owner');
  }
  const level = rule.choice('accessLevel', ['Read', 'Edit']);
  const items = readCriteria(rule, 'criteriaItems');
  const criteria = refusesLogic(rule) ? undefined : items;
  const sharedTo = audienceOf(rule);
  if (level === 'Edit') rule.error(`<accessLevel> Edit is not supported: such a rule can give Read only`);
  if (criteria?.length === 0) rule.error('<criteriaItems> is missing');
  if (name === undefined || level !== 'Read' || sharedTo === undefined || !criteria?.length) return undefined;
  return { name, object, sharedTo, criteria };
}

/** A guest rule names the guest user of one site; an org has one guest. */
function readGuest(rule: ElementReader): 'guest' {
  for (const to of rule.children('sharedTo')) to.texts('guestUser');
  return 'guest';
}

function readAudience(rule: ElementReader): CriteriaSharingRule['sharedTo'] | undefined {
  const [to] = rule.children('sharedTo');
  const [kind] = to?.childNames ?? [];
  const audience = kind !== undefined && Object.hasOwn(AUDIENCES, kind) ? AUDIENCES[kind] : undefined;
  if (kind !== undefined) to?.texts(kind);
  if (audience === undefined) {
    rule.warn(
      `rule is not applied: <sharedTo> is ${kind ?? 'empty'}, supported are ${Object.keys(AUDIENCES).join(', ')}`,
    );
  }
  return audience;
}

function readMapping(mapping: ElementReader): SharingSetMapping[] {
  const object = mapping.required('object');
  const objectField = mapping.required('objectField');
  const accessLevel = mapping.choice('accessLevel', ['Read', 'Edit']);
  const user = mapping.choice('userField', ['Contact', 'ContactId', 'Account', 'AccountId']);
  if (object === undefined || objectField === undefined || accessLevel === undefined || user === undefined)
    return [];
  const userField = user.startsWith('Contact') ? 'ContactId' : 'AccountId';
  return [{ object, objectField, accessLevel, userField }];
}
