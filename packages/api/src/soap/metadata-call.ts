import { requireMetadataAccess, type Session } from '@muster/records';
import type { SoapResult } from './envelope.js';
import { requireSession, type SoapContext, type SoapHandler } from './soap-calls.js';

/** A call of the Metadata API, by somebody who may set the org up. */
export type MetadataCall = (context: SoapContext, session: Session) => Promise<SoapResult>;

/** Lets nobody else through. */
export function guarded(call: MetadataCall): SoapHandler {
  return async (context) => {
    const session = await requireSession(context.parts, context.call);
    requireMetadataAccess(session);
    return call(context, session);
  };
}
