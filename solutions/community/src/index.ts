export { community } from './community.js';
export type { ArticleList, ArticleSummary, ArticleView } from './contract.js';
export { seedArticles } from './seed-articles.js';
