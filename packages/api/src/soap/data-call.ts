import { MusterError } from '@muster/kernel';
import type { Session } from '@muster/records';
import { headerText, type SoapResult } from './envelope.js';
import { requireSession, type SoapContext, type SoapHandler } from './soap-calls.js';

/** A call about records or what is known of them, by somebody who is signed in. */
export type DataCall = (context: SoapContext, session: Session) => Promise<SoapResult>;

/** Lets nobody else through, and counts the request as the REST API does. */
export function signedIn(call: DataCall): SoapHandler {
  return async (context) => {
    const session = await requireSession(context.parts, context.call);
    const { used, max } = context.parts.usage.count();
    if (used > max) throw new MusterError('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    return call(context, session);
  };
}

/** Whether the caller knows this org's own objects, as clients made from the enterprise WSDL do. */
export function isEnterprise({ segment }: SoapContext): boolean {
  return segment.toLowerCase() === 'c';
}

/** `/services/data/v60.0`: where records are addressed. */
export function basePathOf({ version }: SoapContext): string {
  return `/services/data/v${Number(version.replace(/^v/i, '')).toFixed(1)}`;
}

/** Whether one bad record undoes all, which the header says; without it each record stands for itself. */
export function isAllOrNone({ call }: SoapContext): boolean {
  return headerText(call, 'AllOrNoneHeader', 'allOrNone') === 'true';
}
