/**
 * What the recruiting operations take and give, as the web apps and integrators see it. Served at
 * `/services/apexrest/recruiting/<name>`. Times are ISO 8601 in UTC, days `YYYY-MM-DD`; texts are in the language of
 * the signed-in person (for guests: of `?language=`, else English). No operation shows what the caller may not see.
 */

export type WaitingOn = 'candidate' | 'agency' | 'third_party';

export type StepStateName =
  | 'not_open'
  | 'open'
  | 'waiting'
  | 'scheduled'
  | 'held'
  | 'done'
  | 'failed'
  | 'expired'
  | 'waived';

export type ApplicationStatus =
  | 'draft'
  | 'submitted'
  | 'in_process'
  | 'held'
  | 'closed'
  | 'withdrawn'
  | 'on_duty';

// ---------------------------------------------------------------- candidates and guests

/** GET postings?language= */
export interface PostingSummary {
  readonly number: string;
  readonly title: string;
  readonly summary: string;
  readonly location: string;
  readonly pay: string;
  readonly employmentType: string;
  readonly closesAt: string | null;
  readonly closesInWords: string | null;
}

/** GET posting?number=&language= */
export interface PostingView extends PostingSummary {
  readonly sections: readonly { readonly heading: string; readonly body: string }[];
  readonly requirements: readonly string[];
  /** Plain words of each step, in order. */
  readonly whatHappens: readonly { readonly title: string; readonly usually: string | null }[];
  readonly open: boolean;
  readonly minutesToApply: number;
  /** schema.org JobPosting as an object ready for `application/ld+json`. */
  readonly jsonLd: Readonly<Record<string, unknown>>;
  /** The caller's own application to this posting, if any. */
  readonly myApplicationId: string | null;
}

/** POST start-application { postingNumber, source? } → { applicationId }. A second start gives the same application. */
export interface StartApplication {
  readonly postingNumber: string;
  readonly clientKey?: string;
  /** How the person came, kept if it is the first contact. */
  readonly source?: {
    readonly kind: 'campaign' | 'event' | 'referral' | 'posting_link' | 'direct';
    readonly source?: string;
    readonly campaign?: string;
    readonly link?: string;
  };
}

export type QuestionKind =
  | 'yes_no'
  | 'choice'
  | 'choices'
  | 'text'
  | 'long_text'
  | 'number'
  | 'date'
  | 'document'
  | 'phone'
  | 'address';

export interface QuestionView {
  readonly key: string;
  readonly text: string;
  readonly help: string | null;
  /** Why this is asked. */
  readonly why: string;
  readonly kind: QuestionKind;
  readonly required: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly maxLength: number | null;
  /** Formula source of the rule checked on the phone as well, with its message; null when there is none. */
  readonly check: { readonly formula: string; readonly message: string } | null;
  readonly answer: AnswerValue;
  /** File name and size of an uploaded document. */
  readonly document: { readonly name: string; readonly bytes: number } | null;
}

/** Text, number, ISO day, booleans for yes_no, values for choices, content document id for document. */
export type AnswerValue = string | number | boolean | readonly string[] | null;

/** GET questionnaire?applicationId=&question= : one screen. */
export interface QuestionnaireScreen {
  readonly applicationId: string;
  readonly postingTitle: string;
  /** The question asked for, else the first without an answer; null when all that apply are answered. */
  readonly question: QuestionView | null;
  readonly previousKey: string | null;
  /** In words a person reads: question 3 of about 9. `of` counts the questions that apply so far. */
  readonly position: number;
  readonly of: number;
  readonly savedAt: string | null;
  /** A legal minimum is not met: kind words, the rule, and what is possible instead. Ends the questionnaire. */
  readonly stop: {
    readonly title: string;
    readonly body: string;
    readonly rule: string;
    readonly mayApplyAgain: string;
  } | null;
  /** All applicable questions with their answers in words, for the check page before sending. */
  readonly review: readonly { readonly key: string; readonly text: string; readonly answer: string }[] | null;
  readonly submitted: boolean;
}

/** POST answer → QuestionnaireScreen of the next question. */
export interface GiveAnswer {
  readonly applicationId: string;
  readonly question: string;
  readonly value: AnswerValue;
}

/** POST document { applicationId, question, fileName, base64 } → QuestionnaireScreen. PDF, DOCX, JPEG, PNG, HEIC; 10 MB. */
export interface GiveDocument {
  readonly applicationId: string;
  readonly question: string;
  readonly fileName: string;
  readonly base64: string;
}

/** POST submit-application { applicationId } → Receipt */
export interface Receipt {
  readonly number: string;
  readonly submittedAt: string;
  readonly next: string;
}

/** GET my-applications → MyApplication[]: screen 3. */
export interface MyApplication {
  readonly id: string;
  readonly postingTitle: string;
  readonly postingNumber: string;
  readonly receipt: string | null;
  readonly status: ApplicationStatus;
  /** The one thing to do, or null: "Nothing to do now". */
  readonly action: {
    readonly kind: 'continue' | 'answer_offer' | 'book' | 'complete_step' | 'reapply';
    readonly label: string;
    readonly by: string | null;
    readonly step: string | null;
  } | null;
  /** One plain sentence: where I am and on whom it waits. */
  readonly where: string;
  readonly waitingOn: WaitingOn | null;
  readonly waitingSince: string | null;
  /** From people who were at this step in the last year, given how long I have waited; null when too few to say. */
  readonly howMuchLonger: { readonly text: string; readonly fromPeople: number } | null;
  readonly expiries: readonly { readonly what: string; readonly goodUntil: string }[];
  readonly appointment: { readonly what: string; readonly at: string; readonly place: string } | null;
  /** The whole way, in plain words. */
  readonly steps: readonly {
    readonly title: string;
    readonly state: 'done' | 'now' | 'later' | 'stopped';
    readonly detail: string | null;
  }[];
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string | null };
  readonly closed: {
    readonly reason: string;
    readonly mayApplyAgain: string | null;
    readonly review: string | null;
  } | null;
  readonly canWithdraw: boolean;
  readonly messages: readonly MessageView[];
}

/** POST withdraw { applicationId, reason } → MyApplication */
/** POST answer-offer { applicationId, accept } → MyApplication */
/** POST reply { applicationId, body } → MyApplication */
/** GET my-details → MyDetails; POST my-details MyDetails → MyDetails */
export interface MyDetails {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly street: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  readonly language: 'en' | 'es';
}

export interface MessageView {
  readonly id: string;
  readonly from: string;
  readonly mine: boolean;
  readonly at: string;
  readonly subject: string | null;
  readonly body: string;
  /** Queued messages can be taken back until `sendsAt`; staff see them, candidates do not. */
  readonly state: 'queued' | 'sent' | 'taken_back' | 'failed' | 'received';
  readonly sendsAt: string | null;
}

// ---------------------------------------------------------------- staff

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
export interface Choice {
  readonly value: string;
  readonly label: string;
}
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

/** GET application?id= : screen 6. */
export interface ApplicationView {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly number: string;
  readonly contactId: string;
  readonly email: string;
  readonly phone: string | null;
  readonly posting: Choice;
  readonly requisition: Choice | null;
  readonly process: { readonly label: string; readonly version: number };
  readonly owner: Choice;
  readonly status: ApplicationStatus;
  readonly phase: string;
  /** "Waiting on clinic since 3 Nov; fitness expires 14 Feb". */
  readonly sentence: string;
  readonly firstContact: { readonly kind: string; readonly source: string; readonly at: string } | null;
  readonly lanes: readonly {
    readonly phase: string;
    readonly label: string;
    readonly steps: readonly StepLane[];
  }[];
  /** What the reader may do now; the first is the primary action. */
  readonly actions: readonly ApplicationAction[];
  /** Dispositions with which the reader may close it or decide an adjudication; empty when they may not. */
  readonly dispositions: readonly Choice[];
  /** Facts the reader may record: those the gates of its process look at; empty when they may not. */
  readonly facts: readonly RecordableFact[];
  readonly gate: {
    readonly label: string;
    readonly since: string;
    readonly held: readonly string[];
    readonly saved: number;
  } | null;
  readonly documents: readonly {
    readonly id: string;
    readonly name: string;
    readonly bytes: number;
    readonly question: string;
  }[];
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  /** Items that exist but are sealed from this reader, with who may open them. */
  readonly sealed: readonly { readonly what: string; readonly whoMayOpen: string }[];
  readonly notes: readonly {
    readonly id: string;
    readonly by: string;
    readonly at: string;
    readonly body: string;
  }[];
  readonly conversation: readonly MessageView[];
  readonly history: readonly HistoryEntry[];
}
export interface StepLane {
  readonly step: string;
  readonly label: string;
  readonly state: StepStateName;
  readonly outcome: string | null;
  readonly attempt: number;
  readonly since: string | null;
  readonly dueAt: string | null;
  readonly expiresAt: string | null;
  readonly waitingOn: WaitingOn | null;
  readonly role: string;
  readonly blockedBy: readonly string[];
  readonly nextAttemptAt: string | null;
  readonly sealed: boolean;
  /** Results that can be recorded now. */
  readonly outcomes: readonly { readonly value: string; readonly label: string; readonly passes: boolean }[];
  readonly attemptsAllowed: number | null;
}
export interface RecordableFact {
  readonly fact: string;
  readonly label: string;
  /** What is known of it now; null when nothing is. */
  readonly known: string | number | boolean | null;
  /** Values the gates ask for. Any other may be recorded too. */
  readonly values: readonly (string | number | boolean)[];
}
export interface ApplicationAction {
  readonly kind:
    | 'record_result'
    | 'schedule'
    | 'conditional_offer'
    | 'final_offer'
    | 'entry_on_duty'
    | 'adjudicate'
    | 'retake'
    | 'close'
    | 'reverse';
  readonly label: string;
  readonly step: string | null;
}
export interface HistoryEntry {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly by: string;
  readonly reason: string | null;
  readonly correctedBy: string | null;
  readonly canReverse: boolean;
}

/** Every staff change answers with the ApplicationView after it. `clientKey` makes a repeat harmless. */
export interface StaffChange {
  readonly applicationId: string;
  readonly clientKey?: string;
  /** ApplicationView.version the person looked at; another one fails with PRECONDITION_FAILED and nothing is lost. */
  readonly ifVersion?: number;
}
/** POST record-result */
export interface RecordResult extends StaffChange {
  readonly step: string;
  readonly outcome: string;
  /** Day or instant the result took effect; not in the future. */
  readonly effectiveAt?: string;
  readonly reason?: string;
}
/** POST schedule-step */
export interface ScheduleStep extends StaffChange {
  readonly step: string;
  readonly at: string;
  readonly place: string;
}
/** POST waiting-on */
export interface SetWaitingOn extends StaffChange {
  readonly step: string;
  readonly waitingOn: WaitingOn;
  readonly reason: string;
}
/** POST make-offer */
export interface MakeOffer extends StaffChange {
  readonly kind: 'conditional' | 'final';
  readonly answerBy: string;
}
/** POST enter-on-duty: sets the date and makes the person an officer on the same account. */
export interface EnterOnDuty extends StaffChange {
  readonly date: string;
  readonly post: string;
}
/** POST record-fact: something that became known, such as a suspended driving licence; may trip a gate. */
export interface RecordFact extends StaffChange {
  readonly fact: string;
  readonly value: string | number | boolean;
  readonly reason: string;
}
/** POST adjudicate */
export interface Adjudicate extends StaffChange {
  readonly decision: 'reopen' | 'close';
  readonly reason: string;
  readonly disposition?: string;
}
/** POST close-application */
export interface CloseApplication extends StaffChange {
  readonly disposition: string;
  readonly reason: string;
}
/** POST reverse-event: a compensating event that names the mistaken one. */
export interface ReverseEvent extends StaffChange {
  readonly eventId: string;
  readonly reason: string;
}
/** POST add-note */
export interface AddNote extends StaffChange {
  readonly body: string;
}
/** POST send-message: leaves after the undo window. POST take-back-message { messageId } */
export interface SendMessage extends StaffChange {
  readonly subject: string;
  readonly body: string;
}

/**
 * GET requisitions → RequisitionRow[]; POST create-requisition, publish-posting and close-posting { postingId } answer
 * with the same.
 */
export interface RequisitionRow {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly seats: number;
  readonly status: string;
  readonly process: string;
  readonly postings: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly published: boolean;
    readonly closesAt: string | null;
    readonly applications: number;
  }[];
}
/** GET requisition-choices: what a requisition and a posting are put together from. */
export interface RequisitionChoices {
  readonly units: readonly string[];
  /** Hiring processes that have a published version. */
  readonly processes: readonly Choice[];
  readonly questionnaires: readonly Choice[];
  /** IANA names, the agency's own first. */
  readonly timeZones: readonly string[];
}
export interface CreateRequisition {
  readonly name: string;
  readonly unit: string;
  readonly seats: number;
  readonly processKey: string;
  readonly expectedHireDate: string;
  readonly clientKey?: string;
}
export interface PublishPosting {
  readonly requisitionId: string;
  readonly title: { readonly en: string; readonly es: string };
  readonly summary: { readonly en: string; readonly es: string };
  readonly description: { readonly en: string; readonly es: string };
  readonly location: string;
  readonly payMin: number;
  readonly payMax: number;
  readonly employmentType: 'FULL_TIME' | 'PART_TIME' | 'TEMPORARY' | 'SEASONAL';
  /** Wall-clock time in `timeZone`, `YYYY-MM-DDTHH:MM`. */
  readonly closesAtLocal: string;
  readonly timeZone: string;
  readonly questionnaireKey: string;
  readonly clientKey?: string;
}

/** GET dashboard → the chief's page. Every figure names its population and its as-of time. */
export interface Dashboard {
  readonly asOf: string;
  readonly staffing: {
    readonly authorised: number;
    readonly onDuty: number;
    readonly gap: number;
    readonly asOf: string;
  } | null;
  readonly inProcess: {
    readonly population: string;
    readonly people: number;
    readonly openSteps: number;
    readonly phases: readonly {
      readonly phase: string;
      readonly label: string;
      readonly people: number;
      readonly openSteps: number;
    }[];
    readonly sentence: string;
  };
  readonly funnel: {
    readonly population: string;
    readonly from: string;
    readonly to: string;
    readonly stages: readonly {
      readonly key: string;
      readonly label: string;
      readonly people: number;
      readonly ofPrevious: number | null;
    }[];
    readonly sentence: string;
  };
  /** Kaplan-Meier over people who entered the step in the last twelve months; those still waiting count as such. */
  readonly timeInStep: {
    readonly population: string;
    readonly steps: readonly {
      readonly step: string;
      readonly label: string;
      readonly entered: number;
      readonly finished: number;
      readonly stillWaiting: number;
      /** Days; null when fewer than half have finished. */
      readonly medianDays: number | null;
      readonly p80Days: number | null;
      readonly targetDays: number;
    }[];
    readonly sentence: string;
  };
  readonly expiring: {
    readonly population: string;
    readonly days: 30;
    readonly total: number;
    readonly rows: readonly {
      readonly step: string;
      readonly label: string;
      readonly count: number;
      readonly first: string;
    }[];
    readonly sentence: string;
  };
}

/** GET processes → ProcessSummary[] */
export interface ProcessSummary {
  readonly key: string;
  readonly label: string;
  readonly versions: readonly {
    readonly id: string;
    readonly number: number;
    readonly status: 'Draft' | 'Published' | 'Retired';
    readonly publishedAt: string | null;
    /** Applications in process that are pinned to it. */
    readonly applications: number;
  }[];
}
/**
 * GET process-version?id= . POST draft-process { fromVersionId } → the draft, which has the number after the newest
 * version; a process has one draft at a time. POST change-draft ChangeDraft → the draft. POST publish-process
 * { versionId } → the published version; the one published before is retired.
 */
export interface ProcessVersionView {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly number: number;
  readonly status: 'Draft' | 'Published' | 'Retired';
  readonly publishedAt: string | null;
  readonly applications: number;
  readonly phases: readonly {
    readonly phase: string;
    readonly label: string;
    readonly steps: readonly ProcessStepView[];
  }[];
  readonly gates: readonly {
    readonly label: string;
    readonly fact: string;
    readonly when: string;
    /** Steps that stop, by label. */
    readonly stops: readonly string[];
  }[];
  /** Why a draft cannot be published yet; empty when it can. */
  readonly problems: readonly string[];
}
export interface ProcessStepView {
  readonly step: string;
  readonly label: string;
  readonly actor: WaitingOn;
  readonly role: string;
  /** Steps that must be done before, by key and label. */
  readonly prerequisites: readonly Choice[];
  readonly afterConditionalOffer: boolean;
  readonly targetDays: number;
  /** How long a passed result counts; null: for good. */
  readonly validityMonths: number | null;
  /** How often it may be taken; null: once. */
  readonly attempts: number | null;
  readonly waitDays: number | null;
  readonly cost: number;
  readonly sealed: boolean;
}
/** Only the steps and values that are named change. */
export interface ChangeDraft {
  readonly versionId: string;
  readonly steps: readonly {
    readonly step: string;
    readonly targetDays?: number;
    readonly validityMonths?: number | null;
    readonly attempts?: number | null;
  }[];
}
/**
 * GET preview-move?fromVersionId=&toVersionId= : what would change for running applications, before it is done.
 * POST move-applications { fromVersionId, toVersionId } does it and answers with what it did.
 */
export interface MovePreview {
  readonly applications: number;
  readonly unchanged: number;
  readonly changes: readonly {
    readonly step: string;
    readonly from: string;
    readonly to: string;
    readonly people: number;
  }[];
  /** Applications that cannot move, with the reason. */
  readonly cannot: readonly {
    readonly applicationId: string;
    readonly name: string;
    readonly reason: string;
  }[];
}
