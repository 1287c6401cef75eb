import { CheckIcon, ChevronDownIcon, XIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Toolbar as AriaToolbar,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  type Selection,
} from 'react-aria-components';
import { Button } from '../button/button.js';
import type { Option } from '../field/option.js';
import { useUiText } from '../messages/use-messages.js';
import './filter-bar.css';

/** A row of filters, and actions at its end, over a list. */
export function FilterBar({
  children,
  actions,
  activeCount,
  onClear,
}: {
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly activeCount: number;
  readonly onClear: () => void;
}) {
  const t = useUiText();
  return (
    <search className="mu-toolbar mu-filter-bar" aria-label={t('ui.filter.region')}>
      {children}
      {activeCount > 0 && (
        <Button variant="quiet" size="small" icon={XIcon} onPress={onClear}>
          {t('ui.filter.clearAll')}
        </Button>
      )}
      {actions !== undefined && <div className="mu-toolbar-end">{actions}</div>}
    </search>
  );
}

/** A row of controls; the arrow keys move between them. */
export function Toolbar({
  label,
  children,
  end,
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly end?: ReactNode;
}) {
  return (
    <AriaToolbar className="mu-toolbar" aria-label={label}>
      {children}
      {end !== undefined && <div className="mu-toolbar-end">{end}</div>}
    </AriaToolbar>
  );
}

interface ChipProps {
  readonly label: string;
  readonly options: readonly Option[];
}

/** A filter with one value or none, as a chip that opens its choices. */
export function FilterChoice({
  label,
  options,
  value,
  onChange,
}: ChipProps & {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}) {
  const t = useUiText();
  const chosen = options.find((option) => option.value === value);
  return (
    <FilterMenu
      label={label}
      shown={chosen?.label}
      options={[{ value: '', label: t('ui.filter.any') }, ...options]}
      selected={[value ?? '']}
      mode="single"
      onSelect={(keys) => onChange(keys[0] === '' ? null : (keys[0] ?? null))}
    />
  );
}

/** A filter with any number of values, as a chip that opens its choices. */
export function FilterChoices({
  label,
  options,
  values,
  onChange,
}: ChipProps & {
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}) {
  const chosen = options.filter((option) => values.includes(option.value)).map((option) => option.label);
  const shown = chosen.length > 2 ? `${chosen[0]} +${chosen.length - 1}` : chosen.join(', ');
  return (
    <FilterMenu
      label={label}
      shown={shown === '' ? undefined : shown}
      options={options}
      selected={values}
      mode="multiple"
      onSelect={onChange}
    />
  );
}

function FilterMenu({
  label,
  shown,
  options,
  selected,
  mode,
  onSelect,
}: ChipProps & {
  readonly shown: string | undefined;
  readonly selected: readonly string[];
  readonly mode: 'single' | 'multiple';
  readonly onSelect: (keys: readonly string[]) => void;
}) {
  const select = (keys: Selection) => {
    if (keys !== 'all') onSelect([...keys].map(String));
  };
  return (
    <MenuTrigger>
      <AriaButton className="mu-filter-chip" data-active={shown !== undefined || undefined}>
        <span className="mu-filter-label">{label}</span>
        {shown !== undefined && <span className="mu-filter-value">{shown}</span>}
        <ChevronDownIcon className="mu-icon" aria-hidden />
      </AriaButton>
      <Popover className="mu-popover" placement="bottom start" offset={4}>
        <Menu
          className="mu-list-box"
          aria-label={label}
          selectionMode={mode}
          selectedKeys={selected}
          onSelectionChange={select}
        >
          {options.map((option) => (
            <MenuItem key={option.value} id={option.value} textValue={option.label} className="mu-option">
              <CheckIcon className="mu-icon mu-option-tick" aria-hidden />
              <span className="mu-option-text">{option.label}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** A filter that is on or off. */
export function FilterFlag({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}) {
  return (
    <AriaButton
      className="mu-filter-chip"
      data-active={value || undefined}
      aria-pressed={value}
      onPress={() => onChange(!value)}
    >
      {value && <CheckIcon className="mu-icon" aria-hidden />}
      <span className="mu-filter-label">{label}</span>
    </AriaButton>
  );
}
