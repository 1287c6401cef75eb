import { requireManaged } from '@muster/records';
import { z } from 'zod';
import { requireRowId } from '../objects.js';
import { readShape } from '../read-body.js';
import type { Call, Resource } from '../resource.js';
import { json, noContent } from '../responses.js';
import type { Passwords } from './passwords.js';

const newPassword = z.object({ NewPassword: z.string().max(1000) });
const newLink = z.object({ reason: z.enum(['invitation', 'reset']) });

/**
 * Passwords of other people: `sobjects/User/<id>/password` as in the REST API Developer Guide, and beside it
 * `passwordLink`, of our own, which mails a link to choose one by.
 */
export function passwordResources(passwords: Passwords): readonly Resource[] {
  const managed = async ({ session, params }: Call): Promise<string> => {
    const id = requireRowId(params.id ?? '');
    await requireManaged(session, id);
    return id;
  };
  return [
    {
      path: 'sobjects/user/:id/password',
      methods: {
        GET: async (call) => {
          await managed(call);
          return json({ isExpired: false });
        },
        POST: async (call) => {
          const id = await managed(call);
          await passwords.set(id, readShape(call.request, newPassword).NewPassword);
          return noContent();
        },
        DELETE: async (call) => json({ NewPassword: await passwords.reset(await managed(call)) }),
      },
    },
    {
      path: 'sobjects/user/:id/passwordlink',
      methods: {
        POST: async (call) => {
          const id = await managed(call);
          await passwords.sendLink(id, readShape(call.request, newLink).reason);
          return noContent();
        },
      },
    },
  ];
}
