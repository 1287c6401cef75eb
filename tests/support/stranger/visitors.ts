import { createHash } from 'node:crypto';
import type { Visitor } from './findings.js';
import type { Grounds } from './walk.js';

/** A stranger, Nia who is a candidate, and Lena who is an officer, each as their browser would come. */
export async function visitorsOf({ instance, agency }: Grounds): Promise<Record<Visitor['name'], Visitor>> {
  const browser = async (name: 'nia' | 'lena') => {
    const token = await instance.signIn.openBrowserSession(agency.principals[name]);
    const csrf = createHash('sha256').update(`csrf|${token}`, 'utf8').digest('base64url');
    return { cookie: `muster_portal=${token}`, 'x-csrf-token': csrf };
  };
  const everybody = ['open', 'public'];
  return {
    guest: { name: 'guest', headers: {}, own: new Set(everybody) },
    candidate: {
      name: 'candidate',
      headers: await browser('nia'),
      own: new Set([...everybody, 'everyone', 'account', 'nia']),
    },
    officer: {
      name: 'officer',
      headers: await browser('lena'),
      own: new Set([...everybody, 'everyone', 'account', 'member', 'lena']),
    },
  };
}
