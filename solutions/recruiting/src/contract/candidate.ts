import type { ApplicationStatus, MessageView, WaitingOn } from './shared.js';

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
  } | null;
  /** A hold on the whole application: why, and what follows from it. */
  readonly hold: {
    readonly since: string;
    readonly until: string | null;
    readonly reason: string;
    readonly text: string;
  } | null;
  readonly reviews: {
    /** Decisions of which a review may be asked for, each with the last instant to do so. */
    readonly open: readonly {
      readonly decision: string;
      readonly what: string;
      readonly until: string | null;
    }[];
    /** The last one asked for: how it stands in words, and why it was decided so. */
    readonly last: {
      readonly state: 'waiting' | 'upheld' | 'changed';
      readonly text: string;
      readonly asked: string | null;
      readonly reason: string | null;
    } | null;
  };
  readonly canWithdraw: boolean;
  readonly messages: readonly MessageView[];
}

/** POST withdraw { applicationId, reason } → MyApplication */
/** POST answer-offer { applicationId, accept } → MyApplication */
/** POST reply { applicationId, body } → MyApplication */
/** POST ask-for-review { applicationId, decision, reason } → MyApplication */
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
