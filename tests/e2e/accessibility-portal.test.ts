import { describeStates } from '../support/pages/check-states.js';
import { portalStates } from '../support/pages/portal-states.js';
import { siteStates } from '../support/pages/site-states.js';

describeStates('every page of the portal in every state', [...siteStates, ...portalStates]);
