/**
 * Why data is read or written: one of the purposes the org publishes. A screen carries its own, an API client gets
 * that of its connected app. `words` is what the person typed where the policy asks for words.
 */
export interface Purpose {
  readonly key: string;
  readonly words?: string;
}
