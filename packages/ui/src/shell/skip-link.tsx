import { useUiText } from '../messages/use-messages.js';
import './skip-link.css';

export const mainId = 'main';

/** The first stop of the Tab key: past the navigation. */
export function SkipLink() {
  const t = useUiText();
  return (
    <a
      className="mu-skip-link"
      href={`#${mainId}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(mainId)?.focus();
      }}
    >
      {t('ui.shell.skip')}
    </a>
  );
}
