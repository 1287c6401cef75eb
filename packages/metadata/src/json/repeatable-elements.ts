/**
 * Elements the Metadata API declares as lists, in whatever element they stand (Metadata API WSDL, `maxOccurs`; what later
 * versions added as their files have it).
 */
const LISTS: ReadonlySet<string> = new Set(
  `
  accessMappings actionCalls actionOverrides actions aggregateReferences aggregateTypes aggregates alerts
  allowedSubmitters apexPluginCalls appMenuItems applicationVisibilities approvalStep approver
  articleTypeTemplates assignmentItems assignmentRule assignments attachedDocuments attachments autoResponseRule
  availableFields block brandingSetProperty buckets businessProcesses caseFeedItemSettings caseValues
  categoryGroupVisibilities ccEmails channelProgramGroup channelProgramGroups chartSummaries chartSummary
  choiceReferences choices classAccesses collectionProcessors colorRanges columns community compactLayouts
  componentInstanceProperties componentInstances components conditions connectors constants containers
  controllingFieldValue controllingFieldValues countries criteria criteriaItems crossFilters customApplications
  customButtons customDataTypeTranslations customDetailFormulas customErrorMessages customErrors customLabels
  customMetadataTypeAccesses customPageWebLinks customPermissions customSettingAccesses customShortcuts customTab
  customTabListAdditionalFields customTabs customValue customWebAddresses dashboardFilterColumns
  dashboardFilterOptions dashboardFilters dashboardGridComponents dashboardTableColumn dataCategories
  dataCategoryFilters decisions defaultShortcuts displayedCategoryApiNames displayedFields dispositions
  duplicateRuleFilterItems duplicateRuleMatchRules dynamicChoiceSets embeddedServiceMenuItems escalationAction
  escalationRule excludeButtons excludedStandardButtons externalDataSourceAccesses feedFilters
  fieldInstanceProperties fieldNames fieldOverrides fieldPermissions fieldSets fieldUpdates fields filterItems
  filters flexTableColumn flexiPageRegions flowAccesses flowActions flowDefinitions flowInputs flows folderShares
  forecastedCategoryApiNames forecastingCategoryMappings forecastingDisplayedFamilySettings
  forecastingTypeSettings formFactors formattingRules formulas group groupingSorts groupingsAcross groupingsDown
  groups guestUser headers holidays indexes inputAssignments inputParameters ipRanges itemInstances
  knowledgePublishes labels layoutAssignments layoutColumns layoutItems layoutSections layouts leftComponents
  level links listViewButtons listViews loginIpRanges lookupDialogsAdditionalFields lookupFilterFields
  lookupPhoneDialogsAdditionalFields loops managerAdjustableCategoryApiNames managerSubordinates managers
  mappingFields mappings massQuickActions matchingRuleItems matchingRules multilineLayoutFields
  mutingPermissionSets narrowComponents navigationMenuItem notifyEmail objectPermissions operationsOnInsert
  operationsOnUpdate opportunityListFieldsLabelMappings orchestratedStages outboundMessages outputAssignments
  outputParameters ownerAdjustableCategoryApiNames packageVersions pageAccesses pageNamesToOpen params
  pathAssistantSteps permissionSet permissionSets picklistValues platformActionListItems pointsRule portalRole
  portalRoleAndSubordinates processMetadataValues profileActionOverrides profileSearchLayouts profiles properties
  publicGroup pushNotifications queriedFields queueSobject quickActionLayoutColumns quickActionLayoutItems
  quickActionListItems quickActions recipients recommendationAudienceDetails recommendationDefinitionDetails
  recordCreates recordDeletes recordLookups recordRollbacks recordTypeVisibilities recordTypes recordUpdates
  recurrenceDayOfWeek relatedContentItems relatedLists relatedObjects reportTypes requiredPermission
  rightComponents role roleAndSubordinate roleAndSubordinateInternal rolesAndSubordinates routingAddresses
  ruleActions ruleEntry rules scheduledPaths scheduledRecommendationDetails scontrols screens searchFilterFields
  searchResultsAdditionalFields searchResultsCustomButtons sections send sharingCriteriaRules sharingGuestRules
  sharingOwnerRules sharingReasons sharingRecalculations sharingTerritoryRules sidebarComponents
  similarOpportunitiesDisplayColumns similarOpportunitiesMatchFields siteIframeWhiteListUrls siteRedirectMappings
  sourceValues stageSteps stages standardFields standardTab standardValue states steps subflows subscriberTabs
  summaryFilterItems summaryLayoutItems tabSettings tabVisibilities tasks team territories
  territoriesAndSubordinates territory territoryAndSubordinates textTemplates transforms user userPermissions
  validationRules valueListItems valueSettings valueTranslation values variables waitEvents waits webLinks
  weightedSourceCategories whitelistedDomains wideComponents workOrderLineItemSearchFields workOrderSearchFields
  workflowTasks workflowTimeTriggers
`.match(/\w+/g),
);

/** Elements that are lists in these elements alone, and single in all others. */
const LISTS_IN: Readonly<Record<string, readonly string[]>> = {
  action: [
    'approvalActions',
    'rejectionActions',
    'finalApprovalActions',
    'finalRejectionActions',
    'initialSubmissionActions',
    'recallActions',
  ],
  businessHours: ['BusinessHoursSettings', 'holidays'],
  dataCategory: ['dataCategory'],
  field: [
    'approvalPageFields',
    'opportunityListFieldsSelectedSettings',
    'opportunityListFieldsUnselectedSettings',
    'caseFields',
    'workOrderFields',
    'workOrderLineItemFields',
  ],
  groupingColumn: ['dashboardComponent', 'components'],
  language: ['languages'],
  object: ['objectUsage'],
  objectMapping: ['LeadConvertSettings'],
  preferences: ['OrgPreferenceSettings'],
  profile: ['networkMemberGroups'],
  queue: ['sharedTo', 'sharedFrom'],
  roleAndSubordinates: ['sharedTo', 'sharedFrom'],
  roleAndSubordinatesInternal: ['sharedTo', 'sharedFrom'],
  roles: ['sharedTo', 'sharedFrom'],
  searchSettingsByObject: ['searchSettingsByObject'],
  site: ['articlePublicSharingSites', 'articlePublicSharingSitesChatterAnswers'],
  snapshot: ['historicalSelector'],
  tab: ['CustomApplication'],
  tabs: ['CustomApplication'],
  value: ['valueSetDefinition'],
};

/** Whether an element may stand several times in another, which is named as in its file: the type for a whole component. */
export function mayRepeat(parent: string, name: string): boolean {
  return LISTS.has(name) || (Object.hasOwn(LISTS_IN, name) && (LISTS_IN[name]?.includes(parent) ?? false));
}
