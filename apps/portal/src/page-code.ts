import { pageCode } from '@muster/ui';

/** The pages of the portal, each with where its code is. */
export const pages = {
  home: pageCode(() => import('./scenes/home/home-scene.js'), 'HomeScene'),
  jobs: pageCode(() => import('./scenes/jobs/jobs-scene.js'), 'JobsScene'),
  job: pageCode(() => import('./scenes/job/job-scene.js'), 'JobScene'),
  start: pageCode(() => import('./scenes/job/start-scene.js'), 'StartScene'),
  signIn: pageCode(() => import('./scenes/sign-in/sign-in-scene.js'), 'SignInScene'),
  forgot: pageCode(() => import('./scenes/sign-in/forgot-scene.js'), 'ForgotScene'),
  createAccount: pageCode(
    () => import('./scenes/create-account/create-account-scene.js'),
    'CreateAccountScene',
  ),
  confirm: pageCode(() => import('./scenes/confirm/confirm-scene.js'), 'ConfirmScene'),
  apply: pageCode(() => import('./scenes/apply/apply-scene.js'), 'ApplyScene'),
  sent: pageCode(() => import('./scenes/apply/sent-scene.js'), 'SentScene'),
  my: pageCode(() => import('./scenes/my/my-scene.js'), 'MyScene'),
  myOne: pageCode(() => import('./scenes/my/my-one-scene.js'), 'MyOneScene'),
  withdraw: pageCode(() => import('./scenes/withdraw/withdraw-scene.js'), 'WithdrawScene'),
  review: pageCode(() => import('./scenes/review/review-scene.js'), 'ReviewScene'),
  offer: pageCode(() => import('./scenes/offer/offer-scene.js'), 'OfferScene'),
  details: pageCode(() => import('./scenes/details/details-scene.js'), 'DetailsScene'),
  articles: pageCode(() => import('./scenes/articles/articles-scene.js'), 'ArticlesScene'),
  article: pageCode(() => import('./scenes/article/article-scene.js'), 'ArticleScene'),
  cases: pageCode(() => import('./scenes/cases/cases-scene.js'), 'CasesScene'),
  newCase: pageCode(() => import('./scenes/new-case/new-case-scene.js'), 'NewCaseScene'),
  case: pageCode(() => import('./scenes/case/case-scene.js'), 'CaseScene'),
  accessibility: pageCode(() => import('./scenes/plain/accessibility-scene.js'), 'AccessibilityScene'),
  yourData: pageCode(() => import('./scenes/plain/your-data-scene.js'), 'YourDataScene'),
  notFound: pageCode(() => import('./scenes/plain/not-found-scene.js'), 'NotFoundScene'),
} as const;

/** The pages people usually come to next, by who they are. */
export const nextPages = {
  guest: ['jobs', 'job', 'start', 'createAccount', 'signIn', 'confirm', 'apply'],
  candidate: ['my', 'myOne', 'apply', 'sent', 'jobs', 'job'],
  officer: ['articles', 'article', 'cases', 'case', 'newCase'],
} as const satisfies Readonly<Record<string, readonly (keyof typeof pages)[]>>;
