import { EyeIcon, LockIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Moment } from '../messages/formats.js';
import { useFormats } from '../messages/locale-provider.js';
import { useUiText } from '../messages/use-messages.js';
import { Avatar } from './avatar.js';
import './conversation.css';

export interface ThreadMessage {
  readonly id: string;
  readonly author: string;
  /** "Recruiting office", "Support": what the author is to the reader. */
  readonly authorRole?: string | undefined;
  readonly isOwn?: boolean | undefined;
  readonly at: Moment;
  readonly body: ReactNode;
  /** Who else can read it, in words; shown on notes always, on messages when given. */
  readonly readers?: string | undefined;
  /** A note among staff: looks unlike a message, so that nobody takes one for the other. */
  readonly isInternal?: boolean | undefined;
  /** What still holds for it: "Sends in 0:40", "Sent by e-mail too". */
  readonly status?: ReactNode;
}

/** Messages in order, oldest first, each with who can read it. */
export function Conversation({
  messages,
  label,
}: {
  readonly messages: readonly ThreadMessage[];
  readonly label: string;
}) {
  return (
    <ol className="mu-thread" aria-label={label}>
      {messages.map((message) => (
        <Message key={message.id} message={message} />
      ))}
    </ol>
  );
}

function Message({ message }: { readonly message: ThreadMessage }) {
  const t = useUiText();
  const formats = useFormats();
  const { author, authorRole, isOwn, at, body, readers, isInternal, status } = message;
  return (
    <li className="mu-message" data-own={isOwn || undefined} data-internal={isInternal || undefined}>
      <Avatar name={author} size="small" />
      <div className="mu-message-body">
        <p className="mu-message-head">
          <strong>{isOwn ? t('ui.thread.you') : author}</strong>
          {authorRole && <span className="mu-muted">{authorRole}</span>}
          <time className="mu-muted mu-tabular" dateTime={typeof at === 'string' ? at : at.toISOString()}>
            {formats.dateTime(at)}
          </time>
        </p>
        <div className="mu-message-text">{body}</div>
        {(readers !== undefined || isInternal || status !== undefined) && (
          <p className="mu-message-foot">
            {isInternal ? (
              <LockIcon className="mu-icon" aria-hidden />
            ) : (
              readers && <EyeIcon className="mu-icon" aria-hidden />
            )}
            <span className="mu-message-notes">
              {isInternal && <strong>{t('ui.thread.internal')}</strong>}
              {readers && <span>{t('ui.thread.readers', { who: readers })}</span>}
              {status !== undefined && <span>{status}</span>}
            </span>
          </p>
        )}
      </div>
    </li>
  );
}
