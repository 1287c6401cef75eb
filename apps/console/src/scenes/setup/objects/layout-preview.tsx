import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import type { LayoutDraft } from './layout.js';

/** How the page of a record is laid out, with the names of the fields in place of their values. */
export function LayoutPreview({
  draft,
  labelOf,
}: {
  readonly draft: LayoutDraft;
  readonly labelOf: (field: string) => string;
}) {
  const t = useSetupObjectsText();
  return (
    <div className="setup-preview">
      {draft.sections.map((section) => (
        <section key={section.id}>
          {section.label !== '' && <h3>{section.label}</h3>}
          <div className="setup-layout-columns" data-columns={section.columns.length}>
            {section.columns.map((items, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <ul key={column}>
                {items.map((item) => (
                  <li key={item.id} data-space={item.field === '' || undefined}>
                    {item.field !== '' && (
                      <>
                        {labelOf(item.field)}
                        {item.behavior !== 'Edit' && (
                          <span className="mu-muted"> ({t(`layout.behavior.${item.behavior}`)})</span>
                        )}
                      </>
                    )}
                  </li>
                ))}
              </ul>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
