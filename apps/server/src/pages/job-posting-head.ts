import type { Records, Solution } from '@muster/records';
import { guestPrincipal } from '../sign-in/principals.js';
import { html } from './html.js';

interface PostingFacts {
  readonly title: string;
  readonly summary: string;
  readonly jsonLd: Readonly<Record<string, unknown>>;
}

/**
 * What the page of a posting, `/portal/jobs/<number>`, says of itself to search engines: title, description and
 * schema.org JobPosting, as anybody may read them. Undefined for other pages and for postings that are not public.
 */
export async function jobPostingHead(
  records: Records,
  solutions: readonly Solution[],
  [room, number]: readonly string[],
): Promise<string | undefined> {
  const operation = solutions
    .find((solution) => solution.name === 'recruiting')
    ?.operations.find((candidate) => candidate.name === 'posting' && candidate.method === 'GET');
  if (room !== 'jobs' || number === undefined || operation === undefined) return undefined;
  const session = records.openSession(guestPrincipal(records.org.id), { key: operation.purpose });
  if (!session.can(operation.permission)) return undefined;
  try {
    return printHead((await operation.run(session, operation.parse({ number }))) as PostingFacts);
  } catch {
    return undefined;
  }
}

function printHead({ title, summary, jsonLd }: PostingFacts): string {
  const data = JSON.stringify(jsonLd).replaceAll('<', '\\u003c');
  const tags = html`<meta name="description" content="${summary}"><meta property="og:title" content="${title}">`;
  return `${tags.html}<script type="application/ld+json">${data}</script>`;
}
