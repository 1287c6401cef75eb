import type { MetadataType } from './metadata-type.js';

const APEX = 'Apex code does not run here; what it does belongs in a solution, in rules or in flows';
const PAGES = 'pages and components of Salesforce do not run here; the console and the portal have their own';
const FILES = 'files of pages are not served here';
const SITES = 'pages of an Experience Cloud site are not shown here; the portal has its own';
const SECRETS = 'access to other systems is set up by the operator, and keys are not kept in metadata';
const PRODUCT = 'it belongs to a Salesforce product that Muster does not have';

function skip(reason: string, types: readonly (readonly [name: string, folder: string, suffix: string])[]) {
  return types.map(
    ([name, folder, suffix]): MetadataType => ({ name, folder, suffix, merge: 'replace', skipped: reason }),
  );
}

/** Types of the Metadata API that a deploy passes over, each with the reason it gives. */
export const SKIPPED_TYPES: readonly MetadataType[] = [
  ...skip(APEX, [
    ['ApexClass', 'classes', 'cls'],
    ['ApexTrigger', 'triggers', 'trigger'],
    ['ApexTestSuite', 'testSuites', 'testSuite'],
    ['ApexEmailNotifications', 'apexEmailNotifications', 'notifications'],
  ]),
  ...skip(PAGES, [
    ['ApexPage', 'pages', 'page'],
    ['ApexComponent', 'components', 'component'],
    ['AuraDefinitionBundle', 'aura', 'auradefinition'],
    ['LightningComponentBundle', 'lwc', 'js'],
    ['LightningMessageChannel', 'messageChannels', 'messageChannel'],
    ['Scontrol', 'scontrols', 'scf'],
    ['WaveApplication', 'wave', 'wapp'],
    ['OmniUiCard', 'omniUiCard', 'ouc'],
    ['OmniScript', 'omniScripts', 'os'],
  ]),
  ...skip(FILES, [
    ['StaticResource', 'staticresources', 'resource'],
    ['ContentAsset', 'contentassets', 'asset'],
    ['Document', 'documents', 'document'],
    ['DocumentFolder', 'documents', 'documentFolder'],
  ]),
  ...skip(SITES, [
    ['ExperienceBundle', 'experiences', 'site'],
    ['DigitalExperienceBundle', 'digitalExperiences', 'digitalExperience'],
    ['DigitalExperienceConfig', 'digitalExperienceConfigs', 'digitalExperienceConfig'],
    ['SiteDotCom', 'siteDotComSites', 'site'],
    ['NetworkBranding', 'networkBranding', 'networkBranding'],
    ['ManagedContentType', 'managedContentTypes', 'managedContentType'],
    ['CommunityTemplateDefinition', 'communityTemplateDefinitions', 'communityTemplateDefinition'],
    ['CommunityThemeDefinition', 'communityThemeDefinitions', 'communityThemeDefinition'],
  ]),
  ...skip(SECRETS, [
    ['NamedCredential', 'namedCredentials', 'namedCredential'],
    ['ExternalCredential', 'externalCredentials', 'externalCredential'],
    ['ConnectedApp', 'connectedApps', 'connectedApp'],
    ['ExternalClientApplication', 'externalClientApps', 'eca'],
    ['AuthProvider', 'authproviders', 'authprovider'],
    ['SamlSsoConfig', 'samlssoconfigs', 'samlssoconfig'],
    ['Certificate', 'certs', 'crt'],
    ['ExternalDataSource', 'dataSources', 'dataSource'],
    ['ExternalServiceRegistration', 'externalServiceRegistrations', 'externalServiceRegistration'],
  ]),
  ...skip(PRODUCT, [
    ['FeatureParameterBoolean', 'featureParameters', 'featureParameterBoolean'],
    ['FeatureParameterDate', 'featureParameters', 'featureParameterDate'],
    ['FeatureParameterInteger', 'featureParameters', 'featureParameterInteger'],
    ['InstalledPackage', 'installedPackages', 'installedPackage'],
    ['Bot', 'bots', 'bot'],
    ['GenAiPlugin', 'genAiPlugins', 'genAiPlugin'],
    ['GenAiPlanner', 'genAiPlanners', 'genAiPlanner'],
    ['GenAiPlannerBundle', 'genAiPlannerBundles', 'genAiPlannerBundle'],
    ['GenAiFunction', 'genAiFunctions', 'genAiFunction'],
    ['GenAiPromptTemplate', 'genAiPromptTemplates', 'genAiPromptTemplate'],
    ['AiAuthoringBundle', 'aiAuthoringBundles', 'bundle'],
    ['CallCenter', 'callCenters', 'callCenter'],
    ['LiveChatButton', 'liveChatButtons', 'liveChatButton'],
    ['LiveChatDeployment', 'liveChatDeployments', 'liveChatDeployment'],
    ['EmbeddedServiceConfig', 'EmbeddedServiceConfig', 'EmbeddedServiceConfig'],
    ['EmbeddedServiceBranding', 'EmbeddedServiceBranding', 'EmbeddedServiceBranding'],
    ['MessagingChannel', 'messagingChannels', 'messagingChannel'],
    ['ServiceChannel', 'serviceChannels', 'serviceChannel'],
    ['QueueRoutingConfig', 'queueRoutingConfigs', 'queueRoutingConfig'],
    ['PresenceUserConfig', 'presenceUserConfigs', 'presenceUserConfig'],
    ['ServicePresenceStatus', 'servicePresenceStatuses', 'servicePresenceStatus'],
    ['Territory2', 'territory2s', 'territory2'],
    ['Territory2Model', 'territory2Models', 'territory2Model'],
    ['EntitlementProcess', 'entitlementProcesses', 'entitlementProcess'],
    ['MilestoneType', 'milestoneTypes', 'milestoneType'],
    ['Prompt', 'prompts', 'prompt'],
  ]),
];
