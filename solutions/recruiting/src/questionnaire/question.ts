import type { AnswerValue, QuestionKind } from '../contract/index.js';
import type { Label } from '../engine/index.js';

export interface QuestionOption {
  readonly value: string;
  readonly label: Label;
}

/** A legal minimum: a formula that is true when it is met, and what is said when it is not. */
interface Minimum {
  readonly formula: string;
  readonly requirement: Label;
  readonly stop: {
    readonly title: Label;
    readonly body: Label;
    readonly rule: Label;
    readonly again: Label;
  };
}

/** One question as its questionnaire defines it. Formulas name other questions by their keys. */
export interface Question {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly required: boolean;
  readonly text: Label;
  readonly help?: Label;
  readonly why: Label;
  readonly options?: readonly QuestionOption[];
  readonly maxLength?: number;
  /** Asked only while this is true. */
  readonly condition?: string;
  readonly check?: { readonly formula: string; readonly message: Label };
  readonly minimum?: Minimum;
  /** Fact of the hiring process the answer makes known. */
  readonly fact?: string;
}

/** Answers by the key of their question. Null: passed over on purpose. */
export type Answers = ReadonlyMap<string, AnswerValue>;
