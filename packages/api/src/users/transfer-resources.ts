import { type Id, MusterError } from '@muster/kernel';
import { findObject } from '@muster/metadata';
import {
  canBeOwned,
  countOwned,
  requireManaged,
  type Session,
  type Transfer,
  type Transfers,
} from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import { requireRowId } from '../objects.js';
import { readShape } from '../read-body.js';
import { type Call, notFound, type Resource } from '../resource.js';
import { json } from '../responses.js';

const newTransfer = z.object({ toUserId: z.string(), objects: z.array(z.string()).min(1).max(200) });

/** What a user owns, and handing it over: resources of our own, since Salesforce's API has none. */
export function transferResources(transfers: Transfers): readonly Resource[] {
  const managedUser = async ({ session, params }: Call): Promise<Id> => {
    const id = requireRowId(params.id ?? '');
    await requireManaged(session, id);
    return id;
  };
  const findManaged = async ({ session, params }: Call): Promise<Transfer> => {
    const transfer = await transfers.find(params.id ?? '');
    if (transfer === undefined) throw notFound();
    await requireManaged(session, transfer.fromUserId);
    return transfer;
  };
  return [
    {
      path: 'setup/users/:id/owned',
      methods: {
        GET: async (call) => json({ objects: await countOwned(call.session, await managedUser(call)) }),
      },
    },
    {
      path: 'setup/users/:id/transfers',
      methods: {
        GET: async (call) =>
          json({ transfers: (await transfers.list(await managedUser(call))).map(present) }),
        POST: async (call) => json(present(await create(transfers, call, await managedUser(call))), 201),
      },
    },
    {
      path: 'setup/transfers/:id',
      methods: { GET: async (call) => json(present(await findManaged(call))) },
    },
    {
      path: 'setup/transfers/:id/resume',
      methods: {
        POST: async (call) => {
          const { id } = await findManaged(call);
          if (!(await transfers.resume(id))) {
            throw new MusterError('INVALIDJOBSTATE', 'Only a transfer that failed can be taken up again');
          }
          return json(present((await transfers.find(id)) as Transfer));
        },
      },
    },
  ];
}

async function create(transfers: Transfers, { session, request }: Call, fromUserId: Id): Promise<Transfer> {
  const input = readShape(request, newTransfer);
  const toUserId = requireRowId(input.toUserId);
  await requireReceiver(session, fromUserId, toUserId);
  const owned = await countOwned(session, fromUserId);
  const objects = input.objects.map((name) => {
    const object = findObject(session.snapshot, name);
    if (object === undefined || !canBeOwned(object)) {
      throw new MusterError('INVALID_TYPE', `Records of '${name}' are not owned by users.`);
    }
    const total = owned.find((each) => each.object === object.name)?.count ?? 0;
    return { object: object.name, total };
  });
  return transfers.create({ fromUserId, toUserId, requestedBy: session.principal.userId, objects });
}

async function requireReceiver(session: Session, fromUserId: Id, toUserId: Id): Promise<void> {
  const [receiver] = await session.rows<{ IsActive: boolean }>(
    soql`SELECT IsActive FROM User WHERE Id = ${toUserId}`,
  );
  if (receiver?.IsActive && toUserId !== fromUserId) return;
  const message = 'The new owner must be another, active user';
  throw new MusterError('INVALID_CROSS_REFERENCE_KEY', message, { fields: ['toUserId'] });
}

function present({ progress, createdAt, modifiedAt, errorMessage, ...transfer }: Transfer) {
  return {
    ...transfer,
    errorMessage: errorMessage ?? null,
    createdDate: new Date(createdAt).toISOString(),
    modifiedDate: new Date(modifiedAt).toISOString(),
    objects: progress.map(({ object, total, done, failed, errors }) => ({
      object,
      total,
      done,
      failed,
      errors,
    })),
  };
}
