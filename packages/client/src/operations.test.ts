import { community } from '@muster/community';
import { field } from '@muster/field';
import { createRecruiting, type RecruitingParts } from '@muster/recruiting';
import { expect, it } from 'vitest';
import { createClient } from './create-client.js';

/** Operations are put together from these and use them only when they run. */
const parts = { transport: { send: async () => {} }, files: {} } as unknown as RecruitingParts;

it.each([createRecruiting(parts), community, field])(
  'has a function for every operation of $name',
  async (solution) => {
    const asked: string[] = [];
    const client = createClient({
      accessToken: 'x',
      fetch: async (input, init) => {
        asked.push(`${init?.method} ${String(input)}`);
        return new Response('{}');
      },
    });
    const functions = Object.values(client[solution.name as 'recruiting' | 'community' | 'field']);
    for (const ask of functions as ((input: object) => Promise<unknown>)[]) await ask({});
    const offered = solution.operations.map(
      ({ method, name }) => `${method} /services/apexrest/${solution.name}/${name}`,
    );
    expect(asked.sort()).toEqual(offered.sort());
  },
);
