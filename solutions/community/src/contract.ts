/** What the community operations take and give, at `/services/apexrest/community/<name>`. */

/** GET articles?search=&topic=&language= : best match first; snippets mark the matching words with ⟦ and ⟧. */
export interface ArticleSummary {
  readonly urlName: string;
  readonly title: string;
  readonly summary: string;
  readonly snippet: string | null;
  readonly topic: string | null;
  readonly updatedOn: string;
}
export interface ArticleList {
  readonly total: number;
  readonly topics: readonly string[];
  readonly articles: readonly ArticleSummary[];
}
/** GET article?urlName=&language= */
export interface ArticleView extends ArticleSummary {
  /** Sanitised HTML. */
  readonly body: string;
  readonly number: string;
  readonly version: number;
  readonly owner: string;
  readonly asOf: string;
  readonly language: string;
  /** Languages the article can be read in. */
  readonly languages: readonly string[];
}
