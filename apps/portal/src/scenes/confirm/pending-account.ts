/** An account that waits for its address to be confirmed, as this device remembers it. */
export interface PendingAccount {
  readonly email: string;
  /** Where the person wanted to go. */
  readonly next: string | undefined;
}

const slot = 'muster.pending';

/** Keeps it across tabs: the link in the mail opens a new one. */
export function rememberPending(account: PendingAccount): void {
  localStorage.setItem(slot, JSON.stringify(account));
}

export function readPending(): PendingAccount | undefined {
  const stored = localStorage.getItem(slot);
  return stored === null ? undefined : (JSON.parse(stored) as PendingAccount);
}

export function forgetPending(): void {
  localStorage.removeItem(slot);
}
