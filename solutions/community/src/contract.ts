/**
 * What the community operations take and give, at `/services/apexrest/community/<name>`. Languages are `en`, `es`;
 * days `YYYY-MM-DD`, times ISO 8601 in UTC. Nobody gets an article that is not published to them.
 */

/**
 * GET articles?search=&topic=&language= : best match first; snippets mark the matching words with ⟦ and ⟧. `topic` is
 * one of `topics`. Without a language, that of the signed-in person.
 */
export interface ArticleSummary {
  readonly urlName: string;
  readonly title: string;
  readonly summary: string;
  readonly snippet: string | null;
  readonly topic: string | null;
  readonly updatedOn: string;
  /** Of this version: the one asked for when it exists, else English. */
  readonly language: string;
}
export interface ArticleList {
  /** How many were found; the first 50 are listed. */
  readonly total: number;
  readonly topics: readonly string[];
  readonly articles: readonly ArticleSummary[];
}
/** GET article?urlName=&language= */
export interface ArticleView extends ArticleSummary {
  /** Sanitised HTML; its headings begin at level 2. */
  readonly body: string;
  readonly number: string;
  /** Counts publications. */
  readonly version: number;
  /** The unit that answers for it; '' when none is named. */
  readonly owner: string;
  /** When this answer was given. */
  readonly asOf: string;
  /** Languages the article can be read in. */
  readonly languages: readonly string[];
}
