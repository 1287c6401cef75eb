/** Where the code of each page is; it is fetched when somebody goes there. */
export const pageCode = {
  home: () => import('./scenes/home/home-scene.js'),
  jobs: () => import('./scenes/jobs/jobs-scene.js'),
  job: () => import('./scenes/job/job-scene.js'),
  start: () => import('./scenes/job/start-scene.js'),
  signIn: () => import('./scenes/sign-in/sign-in-scene.js'),
  forgot: () => import('./scenes/sign-in/forgot-scene.js'),
  createAccount: () => import('./scenes/create-account/create-account-scene.js'),
  confirm: () => import('./scenes/confirm/confirm-scene.js'),
  apply: () => import('./scenes/apply/apply-scene.js'),
  sent: () => import('./scenes/apply/sent-scene.js'),
  my: () => import('./scenes/my/my-scene.js'),
  myOne: () => import('./scenes/my/my-one-scene.js'),
  withdraw: () => import('./scenes/withdraw/withdraw-scene.js'),
  offer: () => import('./scenes/offer/offer-scene.js'),
  details: () => import('./scenes/details/details-scene.js'),
  articles: () => import('./scenes/articles/articles-scene.js'),
  article: () => import('./scenes/article/article-scene.js'),
  cases: () => import('./scenes/cases/cases-scene.js'),
  newCase: () => import('./scenes/new-case/new-case-scene.js'),
  case: () => import('./scenes/case/case-scene.js'),
  accessibility: () => import('./scenes/plain/accessibility-scene.js'),
  yourData: () => import('./scenes/plain/your-data-scene.js'),
  notFound: () => import('./scenes/plain/not-found-scene.js'),
} as const;

/** The pages people usually come to next, by who they are. */
export const nextPages = {
  guest: ['jobs', 'job', 'start', 'createAccount', 'signIn', 'confirm', 'apply'],
  candidate: ['my', 'myOne', 'apply', 'sent', 'jobs', 'job'],
  officer: ['articles', 'article', 'cases', 'case', 'newCase'],
} as const satisfies Readonly<Record<string, readonly (keyof typeof pageCode)[]>>;
