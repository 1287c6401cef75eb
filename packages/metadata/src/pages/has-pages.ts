import type { ObjectDef } from '../model.js';

/** Standard objects that set the org up or tie other records together, and are no pages of their own. */
const WITHOUT_PAGES = new Set([
  'ContentDocumentLink',
  'Dashboard',
  'Folder',
  'GroupMember',
  'ListView',
  'LoginHistory',
  'Organization',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'Profile',
  'RecordType',
  'Report',
  'TopicAssignment',
  'UserLogin',
  'UserRole',
]);

/** Standard objects whose records are reached from others, never from the navigation. */
const WITHOUT_TAB = new Set([
  'Address',
  'Attachment',
  'CampaignMember',
  'CaseComment',
  'ContentDocument',
  'ContentVersion',
  'EmailMessage',
  'EmailTemplate',
  'Group',
  'Note',
  'OpportunityLineItem',
  'OrderItem',
  'PricebookEntry',
  'Topic',
  'User',
]);

/** Whether records of an object have pages: a layout, list views. Settings, histories and shares have none. */
export function hasPages(object: ObjectDef): boolean {
  return object.kind === undefined && !WITHOUT_PAGES.has(object.name);
}

/** Whether an object of Salesforce has a tab without one being declared. */
export function hasStandardTab(object: ObjectDef): boolean {
  return !object.custom && object.nameField !== 'Id' && hasPages(object) && !WITHOUT_TAB.has(object.name);
}
