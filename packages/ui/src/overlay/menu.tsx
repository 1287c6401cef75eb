import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type PopoverProps,
} from 'react-aria-components';
import { Key } from '../button/button.js';
import './menu.css';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  /** The key that does the same elsewhere. */
  readonly shortcut?: string | undefined;
  readonly href?: string | undefined;
  readonly onAction?: (() => void) | undefined;
  readonly isDanger?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
}

export interface MenuGroup {
  readonly id: string;
  readonly title?: string | undefined;
  readonly actions: readonly MenuAction[];
}

export interface MenuProps {
  /** The button that opens it: a Button or an IconButton. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly placement?: PopoverProps['placement'];
}

/** Actions behind a button. */
export function Menu({ trigger, label, groups, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="mu-popover" placement={placement} offset={4}>
        <AriaMenu className="mu-menu" aria-label={label}>
          {groups.map((group) => (
            <MenuSection
              key={group.id}
              className="mu-menu-section"
              {...(group.title ? {} : { 'aria-label': label })}
            >
              {group.title && <Header className="mu-menu-title">{group.title}</Header>}
              {group.actions.map(menuItem)}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** One row of a menu. */
export function menuItem({
  id,
  label,
  description,
  icon: Icon,
  shortcut,
  href,
  onAction,
  isDanger,
  isDisabled,
}: MenuAction) {
  return (
    <MenuItem
      key={id}
      id={id}
      textValue={label}
      className="mu-menu-item"
      data-danger={isDanger || undefined}
      isDisabled={isDisabled ?? false}
      {...(href === undefined ? {} : { href })}
      {...(onAction ? { onAction } : {})}
    >
      {Icon && <Icon className="mu-icon" aria-hidden />}
      <span className="mu-menu-text">
        <span>{label}</span>
        {description && <span className="mu-option-hint">{description}</span>}
      </span>
      {shortcut && <Key>{shortcut}</Key>}
    </MenuItem>
  );
}
