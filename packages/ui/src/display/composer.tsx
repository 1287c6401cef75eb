import { EyeIcon, LockIcon, SendIcon } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { Button } from '../button/button.js';
import { TextArea } from '../field/text-field.js';
import { useUiText } from '../messages/use-messages.js';
import './conversation.css';

export interface Audience {
  readonly id: string;
  /** The name of its tab: "Reply to Nia", "Internal note". */
  readonly label: string;
  /** Who will be able to read it, in words. */
  readonly readers: string;
  readonly isInternal?: boolean | undefined;
  /** "Send", "Add note". */
  readonly sendLabel: string;
}

export interface ComposerProps {
  readonly label: string;
  readonly audiences: readonly Audience[];
  readonly audience: string;
  readonly onAudienceChange: (id: string) => void;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly onSend: () => void;
  readonly isPending?: boolean | undefined;
  readonly error?: string | undefined;
  /** Other ways to send: "Send and solve", a macro menu. */
  readonly extraActions?: ReactNode;
}

/** Writes a message: says before anything is typed who will be able to read it. Ctrl+Enter (⌘Enter) sends. */
export function Composer(props: ComposerProps) {
  const t = useUiText();
  const name = useId();
  const chosen = props.audiences.find((each) => each.id === props.audience) ?? props.audiences[0];
  if (!chosen) return null;
  const isEmpty = props.text.trim() === '';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isEmpty || props.isPending) return;
    event.preventDefault();
    props.onSend();
  };
  return (
    <form
      className="mu-composer"
      data-internal={chosen.isInternal || undefined}
      aria-label={props.label}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSend();
      }}
      onKeyDown={onKeyDown}
    >
      {props.audiences.length > 1 && (
        <fieldset className="mu-composer-audiences">
          <legend className="mu-visually-hidden">{props.label}</legend>
          {props.audiences.map((each) => (
            <label key={each.id} className="mu-composer-audience">
              <input
                type="radio"
                name={name}
                className="mu-visually-hidden"
                checked={each.id === chosen.id}
                onChange={() => props.onAudienceChange(each.id)}
              />
              {each.isInternal && <LockIcon className="mu-icon" aria-hidden />}
              {each.label}
            </label>
          ))}
        </fieldset>
      )}
      <TextArea
        label={props.label}
        isLabelHidden
        rows={3}
        value={props.text}
        onChange={props.onTextChange}
        error={props.error}
      />
      <div className="mu-composer-foot">
        <p className="mu-composer-readers">
          {chosen.isInternal ? (
            <LockIcon className="mu-icon" aria-hidden />
          ) : (
            <EyeIcon className="mu-icon" aria-hidden />
          )}
          <span>{t('ui.thread.readers', { who: chosen.readers })}</span>
        </p>
        {props.extraActions}
        <Button
          variant="primary"
          icon={SendIcon}
          isDisabled={isEmpty}
          isPending={props.isPending ?? false}
          type="submit"
        >
          {chosen.sendLabel}
        </Button>
      </div>
    </form>
  );
}
