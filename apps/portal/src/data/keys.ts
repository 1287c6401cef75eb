/** Query keys. Everything that belongs to one person starts with `mine`, so that signing out can forget it all. */
export const keys = {
  session: ['session'],
  mine: ['mine'],
  postings: (language: string) => ['postings', language],
  posting: (number: string, language: string) => ['posting', number, language],
  allPostings: ['posting'],
  screens: (applicationId: string) => ['mine', 'questionnaire', applicationId],
  screen: (applicationId: string, question: string | undefined) => [
    'mine',
    'questionnaire',
    applicationId,
    question ?? null,
  ],
  receipt: (applicationId: string) => ['mine', 'receipt', applicationId],
  applications: ['mine', 'applications'],
  details: ['mine', 'details'],
  articles: (search: string, topic: string, language: string) => ['articles', search, topic, language],
  article: (urlName: string, language: string) => ['article', urlName, language],
  topics: (language: string) => ['mine', 'topics', language],
  cases: ['mine', 'cases'],
  case: (id: string) => ['mine', 'case', id],
} as const;
