import type { ApplicationView, MessageView } from '@muster/client';

/** One entry of the thread: a message to or from the candidate, or a note among staff. */
export type ThreadEntry =
  | { readonly kind: 'Message'; readonly at: string; readonly message: MessageView }
  | { readonly kind: 'Note'; readonly at: string; readonly note: ApplicationView['notes'][number] };

/** Messages and notes in one thread, oldest first. */
export function threadEntries(view: Pick<ApplicationView, 'conversation' | 'notes'>): readonly ThreadEntry[] {
  const messages = view.conversation.map(
    (message) => ({ kind: 'Message', at: message.at, message }) as const,
  );
  const notes = view.notes.map((note) => ({ kind: 'Note', at: note.at, note }) as const);
  return [...messages, ...notes].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
