export type {
  AddCaseComment,
  AnswerCase,
  AssignCase,
  CaseMessage,
  CasePerson,
  CaseQueue,
  CaseQueueRow,
  CaseSummary,
  CaseView,
  Choice,
  FileCase,
} from './contract.js';
export { field } from './field.js';
