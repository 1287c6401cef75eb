import type { App } from '../sign-in/browser-session.js';
import type { Language } from './language.js';

/** A person of the demo agency, as the start page shows them. */
export interface DemoPerson {
  readonly username: string;
  readonly name: string;
  readonly title: Readonly<Record<Language, string>>;
  /** What this person's day shows, in one short sentence. */
  readonly day: Readonly<Record<Language, string>>;
  readonly app: App;
  /** Where they land: `/portal/application`. */
  readonly path: string;
}

/** The people of the demo that is loaded, in the order of the tour. */
export type DemoPeople = () => Promise<readonly DemoPerson[]>;
