import { Checkbox, EmptyState } from '@muster/ui';
import { useSetupPermissionsText } from '../../../messages/setup-permissions/use-setup-permissions-text.js';
import { isGiven, namesIn, type Rights, type SetType, type Switches, setGiven } from './rights-draft.js';

export interface SwitchOption {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
}

/** Things that are given or not: permissions, record types, tabs. What is given and not known here stays in the list. */
export function SwitchList({
  type,
  rights,
  list,
  options,
  onChange,
}: {
  readonly type: SetType;
  readonly rights: Rights;
  readonly list: Switches;
  readonly options: readonly SwitchOption[];
  readonly onChange: (rights: Rights) => void;
}) {
  const t = useSetupPermissionsText();
  const known = new Set(options.map(({ name }) => name.toLowerCase()));
  const others = namesIn(rights, type, list)
    .filter((name) => !known.has(name.toLowerCase()))
    .map(
      (name): SwitchOption => ({
        name,
        label: name,
        ...(list === 'userPermissions' ? { description: t('kept') } : {}),
      }),
    );
  const all = [...options, ...others];
  if (all.length === 0) return <EmptyState title={t(`empty.${list}`)}>{t('empty.text')}</EmptyState>;
  return (
    <ul className="setup-switches">
      {all.map(({ name, label, description }) => (
        <li key={name}>
          <Checkbox
            isSelected={isGiven(rights, type, list, name)}
            onChange={(on) => onChange(setGiven(rights, type, list, name, on))}
            description={description}
          >
            {label}
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}
