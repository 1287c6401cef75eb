export type {
  AddNote,
  Adjudicate,
  ApplicationAction,
  ApplicationView,
  CloseApplication,
  EnterOnDuty,
  HistoryEntry,
  MakeOffer,
  RecordableFact,
  RecordFact,
  RecordResult,
  ReverseEvent,
  ScheduleStep,
  SendMessage,
  SetWaitingOn,
  StaffChange,
  StepLane,
} from './application.js';
export type {
  AnswerValue,
  GiveAnswer,
  GiveDocument,
  MyApplication,
  MyDetails,
  PostingSummary,
  PostingView,
  QuestionKind,
  QuestionnaireScreen,
  QuestionView,
  Receipt,
  StartApplication,
} from './candidate.js';
export type { Dashboard } from './dashboard.js';
export type {
  ChangeDraft,
  MovePreview,
  ProcessStepView,
  ProcessSummary,
  ProcessVersionView,
} from './processes.js';
export type {
  CreateRequisition,
  PublishPosting,
  RequisitionChoices,
  RequisitionRow,
} from './requisitions.js';
export type { ApplicationStatus, Choice, MessageView, StepStateName, WaitingOn } from './shared.js';
export type {
  ApplicantList,
  ApplicantRow,
  ApplicantSort,
  Board,
  BoardCard,
  BoardColumn,
  Home,
  Queue,
  QueueRow,
  SavedView,
} from './work-lists.js';
