import type { Send } from './sender.js';

const BASE = '/services/data/v67.0';

/** Records of one object a user owns. */
export interface OwnedRecords {
  readonly object: string;
  readonly label: string;
  readonly count: number;
}

/** How far a transfer is with one object. */
export interface TransferProgress {
  readonly object: string;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** What refused the first of those that failed. */
  readonly errors: readonly { readonly id: string; readonly message: string }[];
}

/** Records on their way from one owner to another. */
export interface Transfer {
  readonly id: string;
  readonly fromUserId: string;
  readonly toUserId: string;
  readonly requestedBy: string;
  readonly state: 'Queued' | 'InProgress' | 'Completed' | 'Failed';
  readonly errorMessage: string | null;
  readonly createdDate: string;
  readonly modifiedDate: string;
  readonly objects: readonly TransferProgress[];
}

export interface TransferInput {
  readonly fromUserId: string;
  readonly toUserId: string;
  readonly objects: readonly string[];
}

/** What Setup does that no call on records covers. */
export function setupClient(send: Send) {
  const user = (id: string) => `${BASE}/setup/users/${encodeURIComponent(id)}`;
  const transfer = (id: string) => `${BASE}/setup/transfers/${encodeURIComponent(id)}`;
  return {
    /** Mails a link by which a user chooses a password. */
    sendPasswordLink: (userId: string, reason: 'invitation' | 'reset'): Promise<void> =>
      send({
        method: 'POST',
        path: `${BASE}/sobjects/User/${encodeURIComponent(userId)}/passwordLink`,
        body: { reason },
      }),
    /** What a user owns, by object. */
    owned: (userId: string): Promise<readonly OwnedRecords[]> =>
      send<{ objects: readonly OwnedRecords[] }>({ method: 'GET', path: `${user(userId)}/owned` }).then(
        (answer) => answer.objects,
      ),
    /** Transfers away from a user, newest first. */
    transfers: (fromUserId: string): Promise<readonly Transfer[]> =>
      send<{ transfers: readonly Transfer[] }>({
        method: 'GET',
        path: `${user(fromUserId)}/transfers`,
      }).then((answer) => answer.transfers),
    transfer: ({ fromUserId, ...body }: TransferInput): Promise<Transfer> =>
      send({ method: 'POST', path: `${user(fromUserId)}/transfers`, body }),
    /** Takes a transfer that failed up again where it stopped. */
    resumeTransfer: (id: string): Promise<Transfer> =>
      send({ method: 'POST', path: `${transfer(id)}/resume`, body: {} }),
  };
}
