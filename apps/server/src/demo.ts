import type { DemoSize } from './config.js';
import type { Instance } from './open-instance.js';
import type { DemoPerson } from './pages/demo-people.js';

/** The demo agency: the people one can be, and the story that is loaded around them. */
export interface Demo {
  readonly people: readonly DemoPerson[];
  /** Loads the story into an org that does not have it yet; a second call does nothing. */
  load(instance: Instance, size: Exclude<DemoSize, 'off'>, say: (line: string) => void): Promise<void>;
}
