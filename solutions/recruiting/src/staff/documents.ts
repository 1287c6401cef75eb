import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import { isoInstant } from '../application/instants.js';
import type { AnsweredDocument } from '../candidate/answers.js';
import type { ApplicationView } from '../contract/index.js';
import type { Reader } from './reader.js';

/** A document with the question it answers, in the reader's language. */
export interface HandedIn extends AnsweredDocument {
  readonly question: string;
}

interface VersionRow {
  readonly Id: string;
  readonly ContentDocumentId: string;
  readonly CreatedDate: string;
}

/** Documents of an application as a page lists them; the rights of `session` say which of them it may open. */
export async function documentsShown(
  session: Session,
  system: Session,
  handedIn: readonly HandedIn[],
  reader: Reader,
): Promise<ApplicationView['documents']> {
  if (handedIn.length === 0) return [];
  const versions = await system.rows<VersionRow>(
    soql`SELECT Id, ContentDocumentId, CreatedDate FROM ContentVersion
      WHERE ContentDocumentId IN ${handedIn.map(({ id }) => id)} AND IsLatest = true`,
  );
  const latest = new Map(versions.map((version) => [version.ContentDocumentId, version]));
  const mayOpen = reader.documents ? await reachable(session, versions) : new Set();
  return handedIn.map((document) => {
    const version = latest.get(document.id);
    return {
      ...document,
      handedInAt: isoInstant(version?.CreatedDate),
      versionId: version !== undefined && mayOpen.has(version.Id) ? version.Id : null,
    };
  });
}

async function reachable(session: Session, versions: readonly VersionRow[]): Promise<ReadonlySet<string>> {
  const rows = await session.rows<{ Id: string }>(
    soql`SELECT Id FROM ContentVersion WHERE Id IN ${versions.map(({ Id }) => Id)}`,
  );
  return new Set(rows.map(({ Id }) => Id));
}
