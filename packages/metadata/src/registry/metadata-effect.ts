import type { MetadataType } from './metadata-type.js';

/** What becomes of a component: it works, it is kept until its part of the product is there, or a deploy passes it over. */
export type MetadataEffect = 'applied' | 'not yet enforced' | 'not yet shown' | 'skipped';

/** Rules and automation: data is saved as if they were not there. */
const NOT_ENFORCED = new Set([
  'ValidationRule',
  'BusinessProcess',
  'Flow',
  'FlowDefinition',
  'Workflow',
  'WorkflowAlert',
  'WorkflowFieldUpdate',
  'WorkflowFlowAction',
  'WorkflowKnowledgePublish',
  'WorkflowOutboundMessage',
  'WorkflowRule',
  'WorkflowSend',
  'WorkflowTask',
  'AssignmentRules',
  'AssignmentRule',
  'AutoResponseRules',
  'AutoResponseRule',
  'EscalationRules',
  'EscalationRule',
  'MatchingRules',
  'MatchingRule',
  'DuplicateRule',
  'ApprovalProcess',
  'SharingReason',
  'SharingOwnerRule',
  'SharingTerritoryRule',
]);

const APPLIED = new Set([
  'CustomObject',
  'CustomField',
  'CustomIndex',
  'ListView',
  'RecordType',
  'CustomObjectTranslation',
  'CustomFieldTranslation',
  'Translations',
  'GlobalValueSet',
  'StandardValueSet',
  'CustomLabels',
  'CustomLabel',
  'Profile',
  'PermissionSet',
  'PermissionSetGroup',
  'MutingPermissionSet',
  'CustomPermission',
  'Role',
  'SharingSet',
  'SharingRules',
  'SharingCriteriaRule',
  'SharingGuestRule',
  'CustomMetadata',
  'Layout',
  'CompactLayout',
  'CustomTab',
]);

/** What becomes of components of a type. */
export function metadataEffect({ name, skipped }: Pick<MetadataType, 'name' | 'skipped'>): MetadataEffect {
  if (skipped !== undefined) return 'skipped';
  if (APPLIED.has(name)) return 'applied';
  return NOT_ENFORCED.has(name) ? 'not yet enforced' : 'not yet shown';
}
