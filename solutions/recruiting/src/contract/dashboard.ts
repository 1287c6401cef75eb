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
