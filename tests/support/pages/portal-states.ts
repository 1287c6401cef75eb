import { PASSWORD } from '../candidates.js';
import { fail, holdBack, type PageState, submitForm } from './page-state.js';
import { demoPeople, others, type World } from './world.js';

const { nia, joel, lena } = demoPeople;
const { ada, ben, dov, eve, finn, hugo, ivor, kai } = others;

const portal = (
  name: string,
  path: PageState['path'],
  heading: string,
  rest: Partial<PageState> = {},
): PageState => ({ name, app: 'portal', path, heading, ...rest });

const question =
  (key: string) =>
  ({ applications }: World) =>
    `/apply/${applications.ada}?question=${key}`;

/** What anybody sees. */
const guestStates: readonly PageState[] = [
  portal('home', '/', 'Work with us'),
  portal('menu', '/jobs', 'Vacancies', {
    reach: (page) => page.locator('.mu-bar-menu').click(),
    isNarrowOnly: true,
  }),
  portal('vacancies', '/jobs', 'Vacancies'),
  portal('vacancies-loading', '/jobs', 'Vacancies', { before: holdBack('postings'), isLoading: true }),
  portal('vacancies-failed', '/jobs', 'Vacancies', { before: fail('postings') }),
  portal('posting', '/jobs/P-0001', 'Field officer'),
  portal('posting-missing', '/jobs/P-9999', 'There is no such vacancy'),
  portal('start', '/jobs/P-0001/apply', 'Before you start'),
  portal('sign-in', '/sign-in', 'Sign in'),
  portal('sign-in-empty', '/sign-in', 'Sign in', { reach: submitForm }),
  portal('sign-in-refused', '/sign-in', 'Sign in', {
    async reach(page) {
      await page
        .locator('input[autocomplete=username], input[type=email]')
        .first()
        .fill('nobody@example.org');
      await page.locator('input[type=password]').fill(PASSWORD);
      await submitForm(page);
    },
  }),
  portal('forgotten-password', '/forgotten-password', 'You forgot your password'),
  portal('create-account', '/create-account', 'Create an account'),
  portal('create-account-empty', '/create-account', 'Create an account', { reach: submitForm }),
  portal('confirm', '/confirm', 'Check your e-mail'),
  portal('confirm-empty', '/confirm', 'Check your e-mail', { reach: submitForm }),
  portal('confirm-link', '/confirm?link=abc', 'Confirm your address'),
  portal('articles', '/articles', 'Help articles'),
  portal('articles-nothing', '/articles?search=zzzz', 'Help articles'),
  portal('article-missing', '/articles/none', 'There is no such article'),
  portal('accessibility', '/accessibility', 'Accessibility'),
  portal('your-data', '/your-data', 'Your data'),
  portal('nowhere', '/nowhere', 'This page does not exist'),
  portal('my-guest', '/my', 'Sign in to see this page'),
];

/** What candidates see. */
const candidateStates: readonly PageState[] = [
  portal('question', question('right_to_work'), 'Are you allowed to work', { as: ada }),
  portal('question-date', question('birth_date'), 'When were you born', { as: ada }),
  portal('question-phone', question('phone'), 'At what number', { as: ada }),
  portal('question-choices', question('languages'), 'Which languages', { as: ada }),
  portal('question-document', question('certificate'), 'Can you send us your certificate', { as: ada }),
  portal('question-text', question('why_this_job'), 'Why do you want to do this work', { as: ada }),
  portal('question-empty', ({ applications }) => `/apply/${applications.niaDraft}`, '', {
    as: nia,
    reach: submitForm,
  }),
  portal('question-file-refused', question('certificate'), 'Can you send us your certificate', {
    as: ada,
    async reach(page) {
      const note = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') };
      await page.locator('input[type=file]').first().setInputFiles(note);
      await page.locator('.mu-upload .mu-field-error').first().waitFor();
    },
  }),
  portal('stopped', ({ applications }) => `/apply/${applications.ben}`, '', { as: ben }),
  portal('review', ({ applications }) => `/apply/${applications.ada}`, 'Check your answers', { as: ada }),
  portal('application-missing', '/apply/0iT000000000000AAA', 'There is no such application', { as: ada }),
  portal('answers-sent', ({ applications }) => `/apply/${applications.dov}`, 'Your answers', { as: dov }),
  portal('receipt', ({ applications }) => `/apply/${applications.dov}/sent`, 'Your application is with us', {
    as: dov,
  }),
  portal('my-two', '/my', 'My applications', { as: nia }),
  portal('my-application', ({ applications }) => `/my/${applications.nia}`, 'My application', { as: nia }),
  portal('my-draft', ({ applications }) => `/my/${applications.niaDraft}`, 'My application', { as: nia }),
  portal('my-held', '/my', 'My application', { as: joel }),
  portal('my-offer', '/my', 'My application', { as: dov }),
  portal('my-waiting-for-class', '/my', 'My application', { as: finn }),
  portal('my-closed', '/my', 'My application', { as: hugo }),
  portal('my-may-ask-for-review', '/my', 'My application', { as: ivor }),
  portal('my-on-hold', '/my', 'My application', { as: kai }),
  portal('review-ask', ({ applications }) => `/my/${applications.ivor}/review`, 'Ask for a review', {
    as: ivor,
  }),
  portal('review-ask-empty', ({ applications }) => `/my/${applications.ivor}/review`, 'Ask for a review', {
    as: ivor,
    reach: submitForm,
  }),
  portal('my-withdrawn', '/my', 'My application', { as: eve }),
  portal('my-loading', '/my', 'My application', {
    as: nia,
    before: holdBack('my-applications'),
    isLoading: true,
  }),
  portal('my-failed', '/my', '', { as: nia, before: fail('my-applications') }),
  portal('offer', ({ applications }) => `/my/${applications.dov}/offer`, 'Your offer', { as: dov }),
  portal('offer-empty', ({ applications }) => `/my/${applications.dov}/offer`, 'Your offer', {
    as: dov,
    reach: submitForm,
  }),
  portal('offer-none', ({ applications }) => `/my/${applications.nia}/offer`, 'There is no offer', {
    as: nia,
  }),
  portal('withdraw', ({ applications }) => `/my/${applications.nia}/withdraw`, 'Withdraw your application', {
    as: nia,
  }),
  portal('withdraw-empty', ({ applications }) => `/my/${applications.nia}/withdraw`, 'Withdraw your', {
    as: nia,
    reach: submitForm,
  }),
  portal('details', '/me', 'My details', { as: nia }),
  portal('cases-none', '/cases', 'My cases', { as: nia }),
];

/** What officers see. */
const officerStates: readonly PageState[] = [
  portal('officer-home', '/', 'Hello, Lena', { as: lena }),
  portal('articles-found', '/articles?search=boots', 'Help articles', { as: lena }),
  portal('article', '/articles/dry-and-reproof-boots', 'Dry and wax your boots', { as: lena }),
  portal('cases', '/cases', 'My cases', { as: lena }),
  portal('case', ({ cases }) => `/cases/${cases.lena}`, '', { as: lena }),
  portal('case-missing', '/cases/500000000000001AAA', 'There is no such case', { as: lena }),
  portal('new-case', '/cases/new', 'Ask support', { as: lena }),
  portal('new-case-empty', '/cases/new', 'Ask support', { as: lena, reach: submitForm }),
  portal('new-case-articles', '/cases/new', 'Ask support', {
    as: lena,
    async reach(page) {
      await page.locator('main input[type=text], main input:not([type])').first().fill('boots');
      await page.locator('main a[href*="/articles/"]').first().waitFor();
    },
  }),
];

export const portalStates: readonly PageState[] = [...guestStates, ...candidateStates, ...officerStates];
