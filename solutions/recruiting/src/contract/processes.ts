import type { Choice, WaitingOn } from './shared.js';

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
  /** Days to ask for a review of a decision; null: any time. */
  readonly reviewDays: number | null;
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
  /** An authorised person may do without it. */
  readonly waivable: boolean;
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
