import { describeStates } from '../support/pages/check-states.js';
import { consoleStates } from '../support/pages/console-states.js';

describeStates('every page of the console in every state', consoleStates);
