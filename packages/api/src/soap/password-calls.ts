import { parseId } from '@muster/kernel';
import { requireManaged, type Session } from '@muster/records';
import { signedIn } from './data-call.js';
import type { SoapResult } from './envelope.js';
import type { SoapContext } from './soap-calls.js';
import { childText } from './xml-element.js';

/** Passwords of other people, by those who manage users. */
export const passwordCalls = {
  setPassword: signedIn(async (context, session): Promise<SoapResult> => {
    const id = await managed(context, session);
    await context.parts.passwords.set(id, childText(context.call.body, 'password') ?? '');
    return {};
  }),
  resetPassword: signedIn(async (context, session): Promise<SoapResult> => {
    const id = await managed(context, session);
    return { password: await context.parts.passwords.reset(id) };
  }),
};

async function managed({ call }: SoapContext, session: Session): Promise<string> {
  const id = parseId(childText(call.body, 'userId') ?? '');
  await requireManaged(session, id);
  return id;
}
