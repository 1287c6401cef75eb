/** Text in both languages of the product. */
export interface Label {
  readonly en: string;
  readonly es: string;
}

/** Whoever the process waits on. The split of the clock between them is what the waiting figures rest on. */
export const parties = ['candidate', 'agency', 'third_party'] as const;
export type Party = (typeof parties)[number];

/** What a step is. The kind decides which events record it, and where the law puts it. */
export const stepKinds = [
  'interest',
  'review',
  'exam',
  'fitness',
  'interview',
  'conditional_offer',
  'medical',
  'psychological',
  'personal_history',
  'drug_test',
  'polygraph',
  'background',
  'final_offer',
  'entry_on_duty',
  'academy',
  'field_training',
  'probation',
] as const;
export type StepKind = (typeof stepKinds)[number];

export type Period = { readonly months: number } | { readonly days: number };

export interface Prerequisite {
  /** Key of a step that must have been passed, waived, or not apply. */
  readonly step: string;
  /** A formula over the facts of the application; the prerequisite counts only while it is true. */
  readonly when?: string;
}

export interface Outcome {
  readonly key: string;
  readonly label: Label;
  readonly passes: boolean;
  /** Code of the disposition with which this outcome ends the application at once. */
  readonly disposition?: string;
  /** The candidate may ask for a review of this outcome. */
  readonly appealable?: boolean;
  /** The outcome counts as passed only if an adjudication finds for the candidate. */
  readonly startsAdjudication?: boolean;
}

export interface RetakeRule {
  /** How often the step may be taken before it has been passed, the first time included. */
  readonly attempts: number;
  /** Days from an attempt that did not pass to the next. */
  readonly waitDays: number;
  /** Code of the disposition that ends the application when the last attempt has not passed. */
  readonly disposition?: string;
}

export interface Step {
  readonly key: string;
  readonly kind: StepKind;
  readonly phase: string;
  /** Stage of the hiring trade's catalogue this step belongs to, 1 to 14. */
  readonly stage: number;
  readonly label: Label;
  /** What the candidate reads: no word of the trade. */
  readonly candidateLabel: Label;
  /** Who normally has to act, until an event says otherwise. */
  readonly actor: Party;
  /** Key of the role that is responsible for the step. */
  readonly role: string;
  readonly prerequisites: readonly Prerequisite[];
  /** A formula over the facts of the application; the step applies only while it is true. */
  readonly when?: string;
  /** Never open without an accepted conditional offer, whatever the prerequisites say. */
  readonly afterConditionalOffer?: boolean;
  readonly outcomes: readonly Outcome[];
  /** How long a passed result counts for the steps that rest on it. */
  readonly validity?: Period;
  readonly retake?: RetakeRule;
  /** Days a candidate has to answer an offer. */
  readonly answerDays?: number;
  /** Days the step should take from opening to result. */
  readonly targetDays: number;
  /** Dollars one attempt costs the agency. */
  readonly cost: number;
  /** Worth stopping while an adjudication is open. */
  readonly costly?: boolean;
  /** The content is hidden from selecting officials. */
  readonly sealed?: boolean;
  /** An authorised person may do without it, with a reason. Without this, nobody may: a legal minimum stays one. */
  readonly waivable?: boolean;
}

export interface Phase {
  readonly key: string;
  readonly label: Label;
  readonly candidateLabel: Label;
}

export interface Role {
  readonly key: string;
  readonly label: Label;
}

/** A fact that stops costly steps and sends the case to adjudication. */
export interface Gate {
  readonly key: string;
  readonly label: Label;
  /** The gate is looked at whenever this fact is recorded. */
  readonly fact: string;
  /** A formula over the facts of the application: the gate holds if it is true. */
  readonly when: string;
  /** Keys of the costly steps that stop. */
  readonly stops: readonly string[];
}

/** Why an application ended, in words a candidate can be told. */
export interface Disposition {
  readonly key: string;
  readonly label: Label;
  readonly appealable: boolean;
  /** Days until the person may apply again; 0: at once. */
  readonly reapplyDays: number;
}

/** One published version of a hiring process. An application is pinned to it. Plain JSON. */
export interface ProcessVersion {
  readonly key: string;
  readonly version: number;
  readonly name: Label;
  /** In the order of the board. */
  readonly phases: readonly Phase[];
  readonly roles: readonly Role[];
  /** In the order they are listed on a page; what opens when is said by their prerequisites. */
  readonly steps: readonly Step[];
  readonly gates: readonly Gate[];
  readonly dispositions: readonly Disposition[];
  /** Days a candidate has to ask for a review of a decision, from when it was recorded; without it, any time. */
  readonly reviewDays?: number;
}

/** Outcomes that events record by their own name, so every step of the kind must have them. */
export const fixedOutcomes: Readonly<Partial<Record<StepKind, Readonly<Record<string, boolean>>>>> = {
  interest: { started: true },
  conditional_offer: { accepted: true, declined: false },
  final_offer: { accepted: true, declined: false },
  entry_on_duty: { on_duty: true },
  academy: { graduated: true, left: false },
};

/** The outcome an offer step may define to say what happens when nobody answers in time. */
export const lapsedOutcome = 'lapsed';

export const isOffer = (kind: StepKind): boolean => kind === 'conditional_offer' || kind === 'final_offer';
