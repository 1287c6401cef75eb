import { initialsOf } from './initials.js';
import './avatar.css';

/** A person's initials in a circle. Decoration: the name stands beside it. */
export function Avatar({
  name,
  size = 'normal',
}: {
  readonly name: string;
  readonly size?: 'small' | 'normal' | 'large' | undefined;
}) {
  return <span className="mu-avatar" data-size={size} data-initials={initialsOf(name)} aria-hidden />;
}
