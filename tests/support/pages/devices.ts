import type { Browser } from 'playwright-core';
import { type Visitor, type VisitorOptions, visit } from '../browser.js';
import { PASSWORD } from '../candidates.js';
import { others } from './world.js';

/** Where the apps are, and what opens them. */
export interface Place {
  readonly browser: Browser;
  readonly url: string;
}

/** Who looks at which app. */
interface Looker {
  readonly app: string;
  readonly as?: string | undefined;
}

/** Gives the device at which a person looks at an app, made and signed in when it is first asked for. */
export function devicesAt(
  place: () => Place,
  optionsFor: (looker: Looker) => Omit<VisitorOptions, 'as' | 'password'>,
): (looker: Looker) => Promise<Visitor> {
  const devices = new Map<string, Promise<Visitor>>();
  return ({ app, as }) => {
    const key = `${app} ${as}`;
    const known = devices.get(key);
    if (known !== undefined) return known;
    const { browser, url } = place();
    const isOther = Object.values(others).some((email) => email === as);
    const password = isOther ? PASSWORD : undefined;
    const device = visit(browser, url, { ...optionsFor({ app, as }), as, password });
    devices.set(key, device);
    return device;
  };
}
