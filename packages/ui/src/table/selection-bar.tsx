import { XIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Toolbar } from 'react-aria-components';
import { Button } from '../button/button.js';
import { useUiText } from '../messages/use-messages.js';
import './selection-bar.css';

/** What can be done with the selected rows; it takes the place of the filters while something is selected. */
export function SelectionBar({
  count,
  onClear,
  children,
}: {
  readonly count: number;
  readonly onClear: () => void;
  readonly children: ReactNode;
}) {
  const t = useUiText();
  return (
    <Toolbar className="mu-selection-bar" aria-label={t('ui.table.selected', { count })}>
      <strong role="status">{t('ui.table.selected', { count })}</strong>
      {children}
      <Button variant="quiet" icon={XIcon} onPress={onClear}>
        {t('ui.table.clearSelection')}
      </Button>
    </Toolbar>
  );
}
