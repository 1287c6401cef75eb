import { DownloadIcon } from '@muster/ui';

/** A link that looks like a button and fetches a file of the API, past the addresses of the console. */
export function DownloadLink({
  href,
  name,
  variant = 'secondary',
  isSmall,
  onDownload,
  children,
}: {
  readonly href: string;
  /** What the file is called. */
  readonly name: string;
  readonly variant?: 'primary' | 'secondary' | undefined;
  readonly isSmall?: boolean | undefined;
  readonly onDownload?: (() => void) | undefined;
  readonly children: string;
}) {
  return (
    <a
      className="mu-button"
      data-variant={variant}
      data-size={isSmall ? 'small' : undefined}
      href={href}
      download={name}
      onClick={onDownload}
    >
      <DownloadIcon className="mu-icon" aria-hidden />
      <span className="mu-button-label">{children}</span>
    </a>
  );
}
