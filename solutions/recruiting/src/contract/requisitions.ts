import type { Choice } from './shared.js';

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
  /** What the pay is for; a year when it is left out. */
  readonly payPeriod?: 'YEAR' | 'MONTH' | 'HOUR';
  readonly employmentType: 'FULL_TIME' | 'PART_TIME' | 'TEMPORARY' | 'SEASONAL';
  /** Wall-clock time in `timeZone`, `YYYY-MM-DDTHH:MM`. */
  readonly closesAtLocal: string;
  readonly timeZone: string;
  readonly questionnaireKey: string;
  readonly clientKey?: string;
}
