import { ButtonLink } from '@muster/ui';
import type { ObjectRow } from '../../../data/setup-objects.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { PartsTable } from './parts-table.js';

/** The layouts of an object. */
export function LayoutsTab({ object }: { readonly object: ObjectRow }) {
  const t = useSetupObjectsText();
  return (
    <PartsTable
      object={object}
      type="Layout"
      caption={t('layout.caption', { label: object.label })}
      none={t('layout.none')}
      newLabel={t('layout.new')}
      path="layouts"
      actions={
        <ButtonLink href={`/setup/objects/${object.name}/layouts/assignment`}>
          {t('layout.assignment')}
        </ButtonLink>
      }
    />
  );
}
