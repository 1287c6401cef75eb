import { LoaderCircleIcon, type LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Link } from 'react-aria-components';
import { useUiText } from '../messages/use-messages.js';
import './button.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonLook {
  /** One primary action per screen; the default is secondary. */
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'normal' | 'small' | undefined;
  readonly icon?: LucideIcon | undefined;
  /** A key shown on the button, such as "R"; the app binds it. */
  readonly shortcut?: string | undefined;
  readonly isFullWidth?: boolean | undefined;
  readonly children?: ReactNode;
}

export interface ButtonProps extends ButtonLook, Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** A button. While `isPending`, it keeps focus and size, ignores presses and says that work is going on. */
export function Button({
  variant = 'secondary',
  size,
  icon,
  shortcut,
  isFullWidth,
  isPending,
  children,
  ...rest
}: ButtonProps) {
  return (
    <>
      <AriaButton
        {...(isPending ? withoutPress(rest) : rest)}
        className="mu-button"
        data-variant={variant}
        data-size={size}
        data-full={isFullWidth || undefined}
        data-busy={isPending || undefined}
        data-bare={icon === undefined || undefined}
      >
        {isPending ? <LoaderCircleIcon className="mu-spinner" aria-hidden /> : <ButtonIcon icon={icon} />}
        {children !== undefined && <span className="mu-button-label">{children}</span>}
        {shortcut && <Key>{shortcut}</Key>}
      </AriaButton>
      {isPending !== undefined && <PendingNote isPending={isPending} />}
    </>
  );
}

/** Neither a press nor the Enter key in a text field does anything while work goes on. */
function withoutPress({ onPress: _, ...rest }: AriaButtonProps): AriaButtonProps {
  return rest.type === 'submit' ? { ...rest, type: 'button' } : rest;
}

/** Says that work goes on. react-aria would say it by the button's id, which is gone once the page has moved on. */
function PendingNote({ isPending }: { readonly isPending: boolean }) {
  const t = useUiText();
  return (
    <span className="mu-visually-hidden" role="status">
      {isPending && t('ui.pending')}
    </span>
  );
}

export interface ButtonLinkProps extends ButtonLook {
  readonly href: string;
  readonly target?: '_blank' | undefined;
  readonly download?: string | undefined;
}

/** A link that looks like a button: it goes somewhere, it does not do something. */
export function ButtonLink({
  variant = 'secondary',
  size,
  icon,
  isFullWidth,
  shortcut,
  children,
  href,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link
      href={href}
      {...(rest.target ? { target: rest.target, rel: 'noreferrer' } : {})}
      {...(rest.download === undefined ? {} : { download: rest.download })}
      className="mu-button"
      data-variant={variant}
      data-size={size}
      data-full={isFullWidth || undefined}
    >
      <ButtonIcon icon={icon} />
      <span className="mu-button-label">{children}</span>
      {shortcut && <Key>{shortcut}</Key>}
    </Link>
  );
}

/** A square button with an icon only; `label` is its name for screen readers and its tooltip. */
export function IconButton({
  label,
  icon,
  variant = 'quiet',
  ...rest
}: Omit<ButtonProps, 'children'> & { readonly label: string; readonly icon: LucideIcon }) {
  return (
    <AriaButton
      {...rest}
      className="mu-button mu-icon-button"
      data-variant={variant}
      data-size={rest.size}
      aria-label={label}
    >
      <ButtonIcon icon={icon} />
    </AriaButton>
  );
}

/** Buttons in a row that wraps; on a phone they take the full width in the portal. */
export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <div className="mu-button-row">{children}</div>;
}

/** A key, or keys with spaces between, as printed on the keyboard; shown beside what it does. */
export function Key({ children }: { readonly children: string }) {
  const caps = children.split(' ').map((key) => (key.length === 1 ? key.toUpperCase() : key));
  return (
    <kbd className="mu-key" aria-hidden>
      {caps.join(' ')}
    </kbd>
  );
}

function ButtonIcon({ icon: Icon }: { readonly icon: LucideIcon | undefined }) {
  return Icon ? <Icon className="mu-icon" aria-hidden /> : null;
}
