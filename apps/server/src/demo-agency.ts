import { loadDemo } from './demo/load-demo.js';
import { people } from './demo/people.js';
import type { Demo } from './demo.js';

/** Marrenfell Border and Rescue Service. */
export const demo: Demo = {
  people: people.flatMap(({ firstName, lastName, username, card }) =>
    card === undefined ? [] : [{ ...card, username, name: `${firstName} ${lastName}` }],
  ),
  async load({ records, solutions, signIn, signInParts: { clock, log } }, size, say) {
    const isThere = await signIn.credentials.findUserId(people[0]?.username ?? '');
    if (isThere !== undefined) return;
    say('Loading the demo agency.');
    await loadDemo({ records, solutions, size, now: clock.now(), log });
  },
};
