import type { PageState } from '../support/pages/page-state.js';
import { demoPeople, type Story } from '../support/pages/world.js';

/** A picture that README or a guide shows: what is on it, on which device. Its file has the name of the state. */
export interface DocPicture {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly state: PageState<Story>;
}

/** Two pictures side by side. */
export interface DocPair {
  readonly name: string;
  readonly left: DocPicture;
  readonly right: DocPicture;
}

const { nia, tomas, lena, priya, ruth } = demoPeople;

const phone = { width: 390, height: 844 };
const laptop = { width: 1280, height: 800 };
const desk = { width: 1440, height: 900 };

const onPhone = (name: string, path: PageState<Story>['path'], heading: string, as?: string): DocPicture => ({
  viewport: phone,
  state: { name, app: 'portal', path, heading, as },
});

const atDesk = (name: string, path: PageState<Story>['path'], heading: string, as: string): DocPicture => ({
  viewport: desk,
  state: { name, app: 'console', path, heading, as },
});

const myApplication = onPhone(
  'my-application',
  ({ applications }) => `/my/${applications.nia}`,
  'My application',
  nia,
);

export const docPictures: readonly DocPicture[] = [
  { viewport: laptop, state: { name: 'start', app: 'site', path: '/', heading: 'Recruit field officers' } },
  onPhone('posting', '/jobs/P-0001', 'Field officer'),
  onPhone('question', ({ applications }) => `/apply/${applications.niaDraft}`, '', nia),
  myApplication,
  onPhone('article', '/articles/dry-and-reproof-boots', 'Dry and wax your boots', lena),
  onPhone('case', ({ cases }) => `/cases/${cases.lena}`, '', lena),
  atDesk('home', '/', 'Home', tomas),
  atDesk('board', '/board', 'Hiring board', tomas),
  atDesk('application', ({ applications }) => `/applications/${applications.joel}`, 'Joel Brandt', tomas),
  atDesk('cases', ({ cases }) => `/cases?case=${cases.lena}`, 'Cases', priya),
  { ...atDesk('dashboard', '/dashboard', 'Dashboard', ruth), viewport: { width: 1280, height: 1420 } },
];

/** Nia's application as she sees it and as Tomas does. */
export const docPair: DocPair = {
  name: 'phone-beside-console',
  left: myApplication,
  right: atDesk(
    'application',
    ({ applications }) => `/applications/${applications.nia}`,
    'Nia Calder',
    tomas,
  ),
};
