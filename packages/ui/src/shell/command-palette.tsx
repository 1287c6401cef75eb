import { SearchIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Label,
  Menu,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useUiText } from '../messages/use-messages.js';
import { menuItem } from '../overlay/menu.js';
import { byGroup, type Command, matchCommands } from './match-commands.js';
import '../overlay/dialog.css';
import './command-palette.css';

export interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly commands: readonly Command[];
  /** Called with what is typed; what it finds comes back through `found`, shown as it is. */
  readonly onSearch?: ((text: string) => void) | undefined;
  readonly found?: readonly Command[] | undefined;
}

/** Every action and record a few letters away. */
export function CommandPalette({ isOpen, onClose, commands, onSearch, found = [] }: CommandPaletteProps) {
  const t = useUiText();
  return (
    <ModalOverlay
      className="mu-scrim mu-palette-scrim"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className="mu-modal mu-palette">
        <Dialog className="mu-dialog" aria-label={t('ui.palette.title')}>
          <PaletteList commands={commands} found={found} onClose={onClose} onSearch={onSearch} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteList({
  commands,
  found,
  onClose,
  onSearch,
}: Required<Pick<CommandPaletteProps, 'commands' | 'found' | 'onClose'>> &
  Pick<CommandPaletteProps, 'onSearch'>) {
  const t = useUiText();
  const [text, setText] = useState('');
  const groups = useMemo(
    () => byGroup([...matchCommands(commands, text), ...(text.trim() === '' ? [] : (found ?? []))]),
    [commands, found, text],
  );
  return (
    <Autocomplete
      inputValue={text}
      onInputChange={(next) => {
        setText(next);
        onSearch?.(next);
      }}
    >
      <SearchField className="mu-palette-search" autoFocus>
        <Label className="mu-visually-hidden">{t('ui.palette.prompt')}</Label>
        <SearchIcon className="mu-icon" aria-hidden />
        <Input className="mu-palette-input" placeholder={t('ui.palette.prompt')} />
      </SearchField>
      <Menu
        className="mu-menu mu-palette-list"
        aria-label={t('ui.palette.title')}
        onAction={onClose}
        renderEmptyState={() => <p className="mu-list-empty">{t('ui.palette.empty', { text })}</p>}
      >
        {groups.map(([group, members]) => (
          <MenuSection key={group} id={group} className="mu-menu-section">
            <Header className="mu-menu-title">{group}</Header>
            {members.map(({ detail, ...command }) => menuItem({ ...command, description: detail }))}
          </MenuSection>
        ))}
      </Menu>
      <p className="mu-palette-hint">{t('ui.palette.hint')}</p>
    </Autocomplete>
  );
}
