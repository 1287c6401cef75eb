/**
 * The year of the story for 12,000 applications. Every count is of applications of the last twelve months by how
 * far they came; `here` are those still at that point today.
 */
export const funnel = {
  applications: 12_000,
  inReview: 460,
  qualified: 8_400,
  awaitingExam: 970,
  attendedExam: 4_620,
  passedExam: 2_772,
  awaitingFitness: 212,
  passedFitness: 1_940,
  awaitingInterview: 112,
  recommended: 1_358,
  offerOut: 45,
  acceptedOffer: 1_168,
  inChecks: 640,
  passedChecks: 292,
  acceptedFinalOffer: 207,
  onDuty: 182,
  /** Six of them applied before the year began. */
  awaitingClass: 31,
} as const;

/** Open steps of those in the checks after the offer. */
export const openChecks = {
  medical: 137,
  psychological: 96,
  drug_test: 41,
  personal_history: 288,
  background: 520,
} as const;

export type Check = keyof typeof openChecks;

export type Counts = { readonly [Name in keyof typeof funnel]: number };

/** The same story with another number of applications: every count in proportion, those that end parts of others. */
export function scaledFunnel(applications: number): Counts {
  const scale = applications / funnel.applications;
  const entries = Object.entries(funnel).map(([name, count]) => [
    name,
    Math.max(1, Math.round(count * scale)),
  ]);
  return Object.fromEntries(entries) as Counts;
}

/** Open checks in proportion; never more of one kind than there are people. */
export function scaledChecks(inChecks: number): Record<Check, number> {
  const scale = inChecks / funnel.inChecks;
  const entries = Object.entries(openChecks).map(([check, count]) => [
    check,
    Math.min(inChecks, Math.round(count * scale)),
  ]);
  return Object.fromEntries(entries) as Record<Check, number>;
}
