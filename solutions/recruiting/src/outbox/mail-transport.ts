/** A message as it leaves the house. */
export interface Mail {
  readonly to: string;
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly language: string;
}

/** Carries mail out. Rejects when the message was not taken over; it is then marked as failed. */
export interface MailTransport {
  send(mail: Mail): Promise<void>;
}

/** Takes every message and carries none: the demo shows what was sent on its outbox page. */
export const keepingTransport: MailTransport = { send: () => Promise.resolve() };
