/**
 * What the field support operations take and give, at `/services/apexrest/field/<name>`. Times are ISO 8601 in UTC;
 * labels are in the language of the signed-in person. `me` is the person the case is for, whoever reads it.
 */

/** GET topics → Choice[]: what a case can be about. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** GET my-cases → CaseSummary[], last changed first. GET my-case?id= → CaseView */
export interface CaseSummary {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly status: string;
  /** For the person in words of waiting: "Waiting on us", "Waiting on you". */
  readonly statusLabel: string;
  /** In words. */
  readonly topic: string | null;
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly waitingOn: 'me' | 'support' | null;
}
export interface CaseView extends CaseSummary {
  readonly version: number;
  readonly description: string;
  /** Whose case it is, for support; null where the reader is that person. */
  readonly person: CasePerson | null;
  /** A person of support, or the queue while nobody has taken it. */
  readonly owner: string;
  readonly priority: string;
  readonly priorityLabel: string;
  /** When an answer of support is due; null while the case does not wait for one, or no target is set. */
  readonly dueAt: string | null;
  /** All that was said after the description, oldest first. */
  readonly thread: readonly CaseMessage[];
  /** Statuses the reader may set. */
  readonly statuses: readonly Choice[];
  readonly similarArticles: readonly { readonly urlName: string; readonly title: string }[];
}
export interface CasePerson {
  readonly contactId: string;
  readonly name: string;
  readonly unit: string | null;
  readonly post: string | null;
  readonly email: string;
  readonly phone: string | null;
  readonly lastCases: readonly CaseSummary[];
}
export interface CaseMessage {
  readonly id: string;
  readonly from: string;
  readonly mine: boolean;
  readonly at: string;
  readonly body: string;
  /** Who can read this: the person and support, or support only. */
  readonly readers: 'person_and_support' | 'support_only';
}
/** POST file-case → CaseView. `topic` is a value of `topics`, or its label. */
export interface FileCase {
  readonly subject: string;
  readonly description: string;
  readonly topic: string;
  /** Makes a repeat harmless: it answers with the case the first one filed. */
  readonly clientKey?: string;
}
/** POST my-case-comment → CaseView. A solved case is open again. */
export interface AddCaseComment {
  readonly caseId: string;
  readonly body: string;
  readonly clientKey?: string;
}

/**
 * GET cases?queue=&search=&status= : the support workspace. Open cases, or those of `status`; what is due first comes
 * first. `queue` is a key of `queues`, else all. At most 200 rows.
 */
export interface CaseQueue {
  readonly asOf: string;
  readonly queues: readonly {
    readonly key: string;
    readonly label: string;
    readonly count: number;
    readonly oldestAt: string | null;
  }[];
  readonly rows: readonly CaseQueueRow[];
}
export interface CaseQueueRow extends CaseSummary {
  readonly person: string;
  readonly owner: string;
  /** Whole hours since it was opened. */
  readonly ageHours: number;
  readonly dueAt: string | null;
  readonly priority: string;
  readonly priorityLabel: string;
}
/**
 * GET case?id= → CaseView. POST answer-case → CaseView: what the person can read makes the case wait on the person and
 * takes it out of the queue; `solve` sets it solved; a note for support alone changes nothing else.
 */
export interface AnswerCase {
  readonly caseId: string;
  readonly body: string;
  readonly readers: CaseMessage['readers'];
  readonly solve?: boolean;
  readonly clientKey?: string;
  /** CaseView.version the reader looked at; another one fails with PRECONDITION_FAILED and nothing is saved. */
  readonly ifVersion?: number;
}
/** POST assign-case → CaseView: the reader becomes its owner. */
export interface AssignCase {
  readonly caseId: string;
  readonly ifVersion?: number;
}
