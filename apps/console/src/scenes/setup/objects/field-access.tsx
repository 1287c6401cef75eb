import { Card, Select } from '@muster/ui';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import type { Access, FieldGrant } from './field-change.js';

const accesses: readonly Access[] = ['none', 'read', 'edit'];

/** Who may see a new field, and who may change it. */
export function FieldAccess({
  grants,
  labelOf,
  onChange,
}: {
  readonly grants: readonly FieldGrant[];
  readonly labelOf: (grant: FieldGrant) => string;
  readonly onChange: (grants: readonly FieldGrant[]) => void;
}) {
  const t = useSetupObjectsText();
  const options = accesses.map((value) => ({ value, label: t(`access.${value}`) }));
  return (
    <Card title={t('access.title')} meta={t('access.what')}>
      {(['Profile', 'PermissionSet'] as const).map((type) => (
        <section key={type}>
          <h3 className="setup-part-title">{t(`access.${type}`)}</h3>
          <ul className="setup-grants">
            {grants
              .filter((grant) => grant.type === type)
              .map((grant) => (
                <li key={grant.fullName} className="setup-grant">
                  <span>{labelOf(grant)}</span>
                  <Select
                    label={t('access.of', { label: labelOf(grant) })}
                    isLabelHidden
                    options={options}
                    value={grant.access}
                    onChange={(access) =>
                      onChange(
                        grants.map((each) =>
                          each === grant
                            ? { ...each, access: accesses.find((known) => known === access) ?? 'none' }
                            : each,
                        ),
                      )
                    }
                  />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}
