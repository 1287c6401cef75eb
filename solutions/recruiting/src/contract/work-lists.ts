import type { ApplicationStatus, Choice, StepStateName, WaitingOn } from './shared.js';

/** GET home: the specialist's work queues. No score of a person anywhere. */
export interface Home {
  readonly asOf: string;
  readonly queues: readonly Queue[];
}
export interface Queue {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly count: number;
  readonly oldestSince: string | null;
  readonly nextExpiry: string | null;
  /** Oldest or first to expire first; at most 50, `count` says how many there are. */
  readonly rows: readonly QueueRow[];
}
export interface QueueRow {
  readonly applicationId: string;
  readonly name: string;
  readonly number: string;
  readonly posting: string;
  readonly step: string;
  readonly since: string | null;
  readonly waitingOn: WaitingOn | null;
  readonly expiresAt: string | null;
  readonly dueAt: string | null;
  readonly owner: string;
}

/**
 * GET applicants?search=&phase=&posting=&status=&waitingOn=&owner=&sort=&offset= : 50 rows from `offset`. Each filter
 * takes one value. `sort` is an ApplicantSort, with "-" before it for the other direction.
 */
export interface ApplicantList {
  readonly total: number;
  readonly rows: readonly ApplicantRow[];
  readonly filters: {
    readonly phases: readonly Choice[];
    readonly postings: readonly Choice[];
    readonly statuses: readonly Choice[];
    /** Those who own applications; the reader first. */
    readonly owners: readonly Choice[];
  };
}
/** Waiting: longest first. Expiry: soonest first. Submitted: latest first. Rows without a value come last. */
export type ApplicantSort = 'name' | 'number' | 'waiting' | 'expiry' | 'submitted';
export interface ApplicantRow {
  readonly applicationId: string;
  readonly name: string;
  readonly number: string;
  readonly posting: string;
  readonly phase: string;
  readonly status: ApplicationStatus;
  readonly openSteps: number;
  readonly waitingOn: WaitingOn | null;
  readonly waitingSince: string | null;
  readonly nextExpiry: string | null;
  readonly submittedAt: string | null;
  readonly owner: string;
}
/** GET saved-views → SavedView[]; POST saved-views { label, query } → SavedView[]; POST delete-view { id } */
export interface SavedView {
  readonly id: string;
  readonly label: string;
  /** The URL's query string. */
  readonly query: string;
  readonly mine: boolean;
}

/**
 * GET board?process=&posting= : every column with its first cards; without a process, the one with the most people.
 * GET board-column?process=&posting=&phase=&offset= → BoardColumn with the cards from `offset`.
 */
export interface Board {
  readonly asOf: string;
  readonly processes: readonly Choice[];
  readonly process: string;
  /** Postings that people of this process applied to. */
  readonly postings: readonly Choice[];
  /** People in process and open steps over all columns; the columns add up to both. */
  readonly people: number;
  readonly openSteps: number;
  readonly columns: readonly BoardColumn[];
}
export interface BoardColumn {
  readonly phase: string;
  readonly label: string;
  readonly people: number;
  readonly openSteps: number;
  readonly cards: readonly BoardCard[];
}
export interface BoardCard {
  readonly applicationId: string;
  readonly name: string;
  readonly number: string;
  readonly since: string | null;
  /** Steps of this phase, parallel ones side by side. */
  readonly chips: readonly { readonly step: string; readonly label: string; readonly state: StepStateName }[];
  readonly openInPhase: number;
  readonly stepsInPhase: number;
  readonly nextExpiry: { readonly what: string; readonly at: string } | null;
}
