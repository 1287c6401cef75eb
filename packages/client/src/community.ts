import type { ArticleList, ArticleView } from '@muster/community';
import { operationsOf } from './operations.js';
import type { Send } from './sender.js';

export interface ArticleQuery {
  readonly search?: string;
  readonly topic?: string;
  readonly language?: string;
}

/** Articles: searched and read as far as they are published to the reader. */
export function communityClient(send: Send) {
  const { get } = operationsOf(send, 'community');
  return {
    articles: get<ArticleQuery, ArticleList>('articles'),
    article: get<{ readonly urlName: string; readonly language?: string }, ArticleView>('article'),
  };
}
