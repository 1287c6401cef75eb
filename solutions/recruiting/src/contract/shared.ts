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

export interface Choice {
  readonly value: string;
  readonly label: string;
}
