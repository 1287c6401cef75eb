import { Link, Skeleton } from '@muster/ui';
import { QueryView } from '../../../components/query-view.js';
import { useHolders } from '../../../data/setup-permissions.js';
import { useSetupPermissionsText } from '../../../messages/setup-permissions/use-setup-permissions-text.js';
import type { SetType } from './rights-draft.js';

/** Who has a permission set or profile; it is given and taken on the person's page. */
export function HoldersList({ type, name }: { readonly type: SetType; readonly name: string }) {
  const t = useSetupPermissionsText();
  const holders = useHolders(type, name);
  return (
    <QueryView query={holders} skeleton={<Skeleton shape="text" count={5} />}>
      {({ total, rows }) => (
        <>
          <p className="setup-none">{t('holders.lead', { total })}</p>
          <ul className="setup-holders">
            {rows.map((user) => (
              <li key={user.Id}>
                <Link href={`/setup/users/${user.Id}`}>{user.Name}</Link> <span>{user.Username}</span>
              </li>
            ))}
          </ul>
          {rows.length < total && <p className="setup-none">{t('holders.more', { shown: rows.length })}</p>}
        </>
      )}
    </QueryView>
  );
}
