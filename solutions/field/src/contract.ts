/** What the field support operations take and give, at `/services/apexrest/field/<name>`. */

/** GET my-cases → CaseSummary[]. POST file-case FileCase → CaseView. POST my-case-comment CaseComment → CaseView. GET my-case?id= */
export interface CaseSummary {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly topic: string | null;
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly waitingOn: 'me' | 'support' | null;
}
export interface CaseView extends CaseSummary {
  readonly version: number;
  readonly description: string;
  readonly person: CasePerson | null;
  readonly owner: string;
  readonly priority: string;
  readonly thread: readonly CaseMessage[];
  /** Statuses the reader may set. */
  readonly statuses: readonly { readonly value: string; readonly label: string }[];
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
export interface FileCase {
  readonly subject: string;
  readonly description: string;
  readonly topic: string;
  readonly clientKey?: string;
}
export interface AddCaseComment {
  readonly caseId: string;
  readonly body: string;
  readonly clientKey?: string;
}

/** GET cases?queue=&search=&status= : the support workspace. */
export interface CaseQueue {
  readonly asOf: string;
  readonly queues: readonly {
    readonly key: string;
    readonly label: string;
    readonly count: number;
    readonly oldestAt: string | null;
  }[];
  readonly rows: readonly (CaseSummary & {
    readonly person: string;
    readonly owner: string;
    readonly ageHours: number;
    readonly dueAt: string | null;
    readonly priority: string;
  })[];
}
/** GET case?id= → CaseView. POST answer-case → CaseView; `solve` also sets it solved. POST assign-case { caseId } */
export interface AnswerCase {
  readonly caseId: string;
  readonly body: string;
  readonly readers: CaseMessage['readers'];
  readonly solve?: boolean;
  readonly clientKey?: string;
  readonly ifVersion?: number;
}
