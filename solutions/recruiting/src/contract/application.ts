import type { ApplicationStatus, Choice, MessageView, StepStateName, WaitingOn } from './shared.js';

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
  /** A hold on the whole application. */
  readonly hold: HoldView | null;
  /** A review that is asked for and not decided. */
  readonly review: {
    /** The decision in words, as far as the reader may know it. */
    readonly decision: string;
    readonly decidedBy: string;
    readonly decidedAt: string;
    readonly since: string;
    /** How it came, in words, when staff recorded it. */
    readonly channel: string | null;
    readonly reason: string | null;
    /** The reader took the decision, so somebody else has to decide the review. */
    readonly isOwnDecision: boolean;
  } | null;
  /** Decisions of which the reader may record a request for review; empty when they may not. */
  readonly reviewable: readonly ReviewableDecision[];
  readonly documents: readonly {
    readonly id: string;
    readonly name: string;
    readonly bytes: number;
    readonly question: string;
    readonly handedInAt: string | null;
    /** The ContentVersion with its content; null when the reader may not open it. */
    readonly versionId: string | null;
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
export interface HoldView {
  readonly since: string;
  /** When it ends by itself; null: when somebody ends it. */
  readonly until: string | null;
  readonly waitingOn: WaitingOn;
  /** Null: sealed from the reader. */
  readonly reason: string | null;
}
export interface ReviewableDecision {
  /** Number of the event in the history. */
  readonly decision: string;
  readonly label: string;
  /** Until when a review may be asked for; null: any time. */
  readonly until: string | null;
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
  /** A hold on this step alone. */
  readonly hold: HoldView | null;
  /** Who waived it, when and why; null when it was not. */
  readonly waiver: { readonly by: string; readonly at: string; readonly reason: string | null } | null;
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
    | 'decide_review'
    | 'record_review'
    | 'hold'
    | 'release'
    | 'waive'
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
/** POST record-review: a request for a review that came by phone or letter. */
export interface RecordReview extends StaffChange {
  /** ReviewableDecision.decision */
  readonly decision: string;
  readonly channel: 'phone' | 'letter' | 'email' | 'in_person';
  readonly receivedOn?: string;
  readonly reason: string;
}
/** POST decide-review: not by whoever took the decision. The person reads the reason. */
export interface DecideReview extends StaffChange {
  readonly decision: 'uphold' | 'change';
  readonly reason: string;
}
/** POST hold: of one step, or without one of the whole application. The person reads the reason. */
export interface PutOnHold extends StaffChange {
  readonly step?: string;
  readonly waitingOn: WaitingOn;
  /** Last day; it then ends by itself. */
  readonly until?: string;
  readonly reason: string;
}
/** POST release-hold */
export interface ReleaseHold extends StaffChange {
  readonly step?: string;
  readonly reason?: string;
}
/** POST waive-step: refused for steps whose process does not allow it. */
export interface WaiveStep extends StaffChange {
  readonly step: string;
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
