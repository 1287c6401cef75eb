import { type ApiRequest, type ApiResponse, readForm } from '@muster/api';
import type { Principal } from '@muster/records';
import { isOwnMachine } from '../sign-in/auth-routes.js';
import { appOf, sessionCookie } from '../sign-in/browser-session.js';
import type { SignIn } from '../sign-in/create-sign-in.js';
import type { DemoPeople, DemoPerson } from './demo-people.js';
import { pageLanguage } from './language.js';
import { type OutboxMail, presentOutbox } from './outbox-page.js';
import { presentSideBySide } from './side-by-side-page.js';
import { presentStartPage } from './start-page.js';
import { textsIn } from './texts.js';

export interface DemoSiteOptions {
  readonly signIn: SignIn;
  readonly people: DemoPeople;
  readonly mails: () => Promise<readonly OutboxMail[]>;
  readonly dataDir: string;
}

export interface DemoSite {
  /** Answers a page of the demo; undefined for a path that is none of them. */
  answer(request: ApiRequest, segments: readonly string[]): Promise<ApiResponse | undefined>;
}

/** The pages that exist with the demo only, and only for the machine it runs on. */
export function createDemoSite({ signIn, people, mails, dataDir }: DemoSiteOptions): DemoSite {
  const signInAs = async (person: DemoPerson): Promise<Principal | undefined> => {
    const userId = await signIn.credentials.findUserId(person.username);
    return userId === undefined ? undefined : signIn.findPrincipal(userId);
  };

  /** Signs this browser in as the people the form names, and leads on. */
  const enter = async (request: ApiRequest, target: (person: DemoPerson) => string): Promise<ApiResponse> => {
    const site = request.headers['sec-fetch-site'];
    const names = readForm({ ...request, query: new URLSearchParams() }).getAll('username');
    const chosen = (await people()).filter((person) => names.includes(person.username));
    const [first] = chosen;
    if (first === undefined || request.method !== 'POST' || (site !== undefined && site !== 'same-origin')) {
      return { status: 303, headers: { location: '/' }, body: '' };
    }
    const cookies: string[] = [];
    for (const person of chosen) {
      const principal = await signInAs(person);
      if (principal === undefined) continue;
      const token = await signIn.openBrowserSession(principal);
      cookies.push(sessionCookie(appOf(principal), token, request.origin.startsWith('https:')));
    }
    return { status: 303, headers: { location: target(first), 'set-cookie': cookies }, body: '' };
  };

  const pages: Readonly<Record<string, (request: ApiRequest) => Promise<ApiResponse>>> = {
    '': async (request) => presentStartPage(request, await people(), dataDir),
    outbox: async (request) => presentOutbox(request, await mails()),
    'side-by-side': async (request) => presentSideBySide(request),
    'demo/sign-in': (request) => enter(request, (person) => person.path),
    'demo/side-by-side': (request) => enter(request, () => `/side-by-side?lang=${pageLanguage(request)}`),
  };

  return {
    async answer(request, segments) {
      const page = pages[segments.join('/').toLowerCase()];
      if (page === undefined) return undefined;
      if (isOwnMachine(request)) return page(request);
      const body = `${textsIn(pageLanguage(request)).notOnThisMachine}\n`;
      return { status: 403, headers: { 'content-type': 'text/plain;charset=UTF-8' }, body };
    },
  };
}
