export { addDays, addPeriod, type Instant } from './calendar.js';
export { checkEvent } from './check-event.js';
export { type CheckFormula, checkProcess, parseProcess } from './check-process.js';
export { type ClockEvent, dueClockEvents } from './clock-events.js';
export { compileProcess, type Evaluate, type Process, type ProcessStep } from './compile-process.js';
export type { EventProblem, EventProblemCode } from './event-problem.js';
export { type EventNeed, type EventRule, eventRules } from './event-rules.js';
export {
  type Appointment,
  type Channel,
  channels,
  type EventData,
  type EventKind,
  eventKinds,
  type Facts,
  type FactValue,
  type HiringEvent,
} from './events.js';
export { annulledIds, eventsInForce } from './events-in-force.js';
export { type FoldTime, fold } from './fold.js';
export { legalNextEvents, type NextEvent } from './legal-next-events.js';
export type { Problem } from './problem.js';
export {
  type Disposition,
  type Gate,
  type Label,
  type Outcome,
  type Party,
  type Period,
  type Phase,
  type Prerequisite,
  type ProcessVersion,
  parties,
  type RetakeRule,
  type Role,
  type Step,
  type StepKind,
  stepKinds,
} from './process.js';
export type { ProcessProblem, ProcessProblemCode } from './process-problem.js';
export type {
  Adjudication,
  AdjudicationCause,
  ApplicationState,
  ApplicationStatus,
  Blocker,
  Closing,
  Decision,
  Hold,
  Review,
  StepState,
  StepStateKind,
} from './state.js';
