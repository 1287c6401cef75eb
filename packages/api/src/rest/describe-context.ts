import type { DescribeContext } from '@muster/metadata';
import type { Call } from '../resource.js';

/** For whom a describe is made: the caller's rights and language, urls under the version asked for. */
export function describeContext({ session, basePath }: Call): DescribeContext {
  return {
    snapshot: session.snapshot,
    rights: (object) => session.rights(object),
    language: session.principal.language,
    basePath,
  };
}
