import type { ChildPlace, MetadataType } from './metadata-type.js';

type More = Partial<Omit<MetadataType, 'name' | 'folder' | 'suffix'>>;

function file(name: string, folder: string, suffix: string, more: More = {}): MetadataType {
  return { name, folder, suffix, merge: 'replace', ...more };
}

function inFolder(name: string, folder: string, suffix: string, folderType: string, more: More = {}) {
  const folderSuffix = `${suffix}Folder`;
  return [
    file(name, folder, suffix, { folderType, ...more }),
    file(folderType, folder, folderSuffix, { listedAs: name }),
  ];
}

/** A part of an object, with a file of its own in the source format. */
function objectPart(name: string, folder: string, suffix: string): MetadataType {
  return part(name, suffix, { type: 'CustomObject', element: folder, ownFileIn: folder });
}

function part(
  name: string,
  suffix: string,
  child: Partial<ChildPlace> & Pick<ChildPlace, 'type' | 'element'>,
) {
  const place: ChildPlace = { nameElement: 'fullName', isQualified: true, ...child };
  return { name, folder: undefined, suffix, merge: 'replace', child: place } satisfies MetadataType;
}

/** Types of the Metadata API whose components an org keeps, whether or not this version acts on them. */
export const KEPT_TYPES: readonly MetadataType[] = [
  file('CustomObject', 'objects', 'object', { merge: 'byElement' }),
  objectPart('CustomField', 'fields', 'field'),
  objectPart('ListView', 'listViews', 'listView'),
  objectPart('RecordType', 'recordTypes', 'recordType'),
  objectPart('ValidationRule', 'validationRules', 'validationRule'),
  objectPart('CompactLayout', 'compactLayouts', 'compactLayout'),
  objectPart('BusinessProcess', 'businessProcesses', 'businessProcess'),
  objectPart('FieldSet', 'fieldSets', 'fieldSet'),
  objectPart('WebLink', 'webLinks', 'webLink'),
  objectPart('SharingReason', 'sharingReasons', 'sharingReason'),
  objectPart('Index', 'indexes', 'index'),
  file('CustomIndex', 'customindex', 'indx'),

  file('CustomObjectTranslation', 'objectTranslations', 'objectTranslation', { merge: 'byEntry' }),
  part('CustomFieldTranslation', 'fieldTranslation', {
    type: 'CustomObjectTranslation',
    element: 'fields',
    ownFileIn: '',
    nameElement: 'name',
  }),
  file('Translations', 'translations', 'translation', { merge: 'byEntry' }),
  file('GlobalValueSet', 'globalValueSets', 'globalValueSet'),
  file('GlobalValueSetTranslation', 'globalValueSetTranslations', 'globalValueSetTranslation'),
  file('StandardValueSet', 'standardValueSets', 'standardValueSet'),
  file('StandardValueSetTranslation', 'standardValueSetTranslations', 'standardValueSetTranslation'),
  file('CustomLabels', 'labels', 'labels', { isContainer: true }),
  part('CustomLabel', 'label', { type: 'CustomLabels', element: 'labels', isQualified: false }),

  file('Profile', 'profiles', 'profile', { merge: 'byEntry' }),
  file('PermissionSet', 'permissionsets', 'permissionset'),
  file('PermissionSetGroup', 'permissionsetgroups', 'permissionsetgroup'),
  file('MutingPermissionSet', 'mutingpermissionsets', 'mutingpermissionset'),
  file('CustomPermission', 'customPermissions', 'customPermission'),
  file('Role', 'roles', 'role'),
  file('Group', 'groups', 'group'),
  file('Queue', 'queues', 'queue'),
  file('SharingSet', 'sharingSets', 'sharingSet'),
  file('SharingRules', 'sharingRules', 'sharingRules', { isContainer: true }),
  part('SharingCriteriaRule', 'sharingCriteriaRule', {
    type: 'SharingRules',
    element: 'sharingCriteriaRules',
  }),
  part('SharingOwnerRule', 'sharingOwnerRule', { type: 'SharingRules', element: 'sharingOwnerRules' }),
  part('SharingGuestRule', 'sharingGuestRule', { type: 'SharingRules', element: 'sharingGuestRules' }),
  part('SharingTerritoryRule', 'sharingTerritoryRule', {
    type: 'SharingRules',
    element: 'sharingTerritoryRules',
  }),

  file('Workflow', 'workflows', 'workflow', { isContainer: true }),
  part('WorkflowAlert', 'workflowAlert', { type: 'Workflow', element: 'alerts' }),
  part('WorkflowFieldUpdate', 'workflowFieldUpdate', { type: 'Workflow', element: 'fieldUpdates' }),
  part('WorkflowFlowAction', 'workflowFlowAction', { type: 'Workflow', element: 'flowActions' }),
  part('WorkflowKnowledgePublish', 'workflowKnowledgePublish', {
    type: 'Workflow',
    element: 'knowledgePublishes',
  }),
  part('WorkflowOutboundMessage', 'workflowOutboundMessage', {
    type: 'Workflow',
    element: 'outboundMessages',
  }),
  part('WorkflowRule', 'workflowRule', { type: 'Workflow', element: 'rules' }),
  part('WorkflowSend', 'workflowSend', { type: 'Workflow', element: 'send' }),
  part('WorkflowTask', 'workflowTask', { type: 'Workflow', element: 'tasks' }),
  file('AssignmentRules', 'assignmentRules', 'assignmentRules', { isContainer: true }),
  part('AssignmentRule', 'assignmentRule', { type: 'AssignmentRules', element: 'assignmentRule' }),
  file('AutoResponseRules', 'autoResponseRules', 'autoResponseRules', { isContainer: true }),
  part('AutoResponseRule', 'autoResponseRule', { type: 'AutoResponseRules', element: 'autoResponseRule' }),
  file('EscalationRules', 'escalationRules', 'escalationRules', { isContainer: true }),
  part('EscalationRule', 'escalationRule', { type: 'EscalationRules', element: 'escalationRule' }),
  file('MatchingRules', 'matchingRules', 'matchingRule', { isContainer: true }),
  part('MatchingRule', 'matchingRule', { type: 'MatchingRules', element: 'matchingRules' }),
  file('DuplicateRule', 'duplicateRules', 'duplicateRule'),
  file('ApprovalProcess', 'approvalProcesses', 'approvalProcess'),
  file('Flow', 'flows', 'flow'),
  file('FlowDefinition', 'flowDefinitions', 'flowDefinition'),

  file('Layout', 'layouts', 'layout'),
  file('CustomTab', 'tabs', 'tab'),
  file('CustomApplication', 'applications', 'app'),
  file('AppMenu', 'appMenus', 'appMenu'),
  file('FlexiPage', 'flexipages', 'flexipage'),
  file('QuickAction', 'quickActions', 'quickAction'),
  file('PathAssistant', 'pathAssistants', 'pathAssistant'),
  file('HomePageLayout', 'homePageLayouts', 'homePageLayout'),
  file('HomePageComponent', 'homePageComponents', 'homePageComponent'),
  file('CustomPageWebLink', 'weblinks', 'weblink'),
  file('NavigationMenu', 'navigationMenus', 'navigationMenu'),
  file('BrandingSet', 'brandingSets', 'brandingSet'),
  file('LightningExperienceTheme', 'lightningExperienceThemes', 'lightningExperienceTheme'),
  file('CustomNotificationType', 'notificationtypes', 'notiftype'),
  file('TopicsForObjects', 'topicsForObjects', 'topicsForObjects'),
  file('DataCategoryGroup', 'datacategorygroups', 'datacategorygroup'),
  file('ReportType', 'reportTypes', 'reportType'),
  ...inFolder('Report', 'reports', 'report', 'ReportFolder'),
  ...inFolder('Dashboard', 'dashboards', 'dashboard', 'DashboardFolder'),
  ...inFolder('EmailTemplate', 'email', 'email', 'EmailFolder', { hasBody: true }),
  file('Letterhead', 'letterhead', 'letter'),

  file('CustomMetadata', 'customMetadata', 'md'),
  file('Settings', 'settings', 'settings'),
  file('Network', 'networks', 'network'),
  file('CustomSite', 'sites', 'site'),
  file('PlatformEventChannel', 'platformEventChannels', 'platformEventChannel'),
  file('PlatformEventChannelMember', 'platformEventChannelMembers', 'platformEventChannelMember'),
  file('RemoteSiteSetting', 'remoteSiteSettings', 'remoteSite'),
  file('CspTrustedSite', 'cspTrustedSites', 'cspTrustedSite'),
  file('CorsWhitelistOrigin', 'corsWhitelistOrigins', 'corsWhitelistOrigin'),
];
