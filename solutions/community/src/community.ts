import type { Solution } from '@muster/records';
import { completeArticle } from './articles/complete-article.js';
import { listArticles } from './articles/list-articles.js';
import { readArticle } from './articles/read-article.js';

/** Knowledge that people find and read, each what is published to them. */
export const community: Solution = {
  name: 'community',
  version: '0.1.0',
  standardObjects: new URL('../standard-objects/', import.meta.url),
  metadata: new URL('../metadata/', import.meta.url),
  operations: [listArticles, readArticle],
  jobs: [],
  saveRules: [completeArticle],
};
