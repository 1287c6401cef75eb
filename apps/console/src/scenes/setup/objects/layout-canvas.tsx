import {
  Badge,
  EllipsisIcon,
  GripVerticalIcon,
  IconButton,
  Menu,
  type MenuGroup,
  SearchField,
  TextField,
} from '@muster/ui';
import { useState } from 'react';
import { GrabHandle } from '../../../components/grab-handle.js';
import type { Grab } from '../../../components/use-grab.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import type { FieldRow } from './field-rows.js';
import type { Behavior, LayoutDraft, LayoutItem, LayoutSection } from './layout.js';
import {
  paletteId,
  withColumns,
  withItem,
  withoutItem,
  withoutSection,
  withSection,
  withSectionMoved,
} from './layout-moves.js';
import { columnDrop } from './use-layout-grab.js';

export interface CanvasProps {
  readonly draft: LayoutDraft;
  readonly commit: (next: LayoutDraft) => void;
  readonly grab: Grab;
  readonly labelOf: (field: string) => string;
}

/** Fields that are not on the layout yet. */
export function LayoutPalette({
  fields,
  grab,
}: {
  readonly fields: readonly FieldRow[];
  readonly grab: Grab;
}) {
  const t = useSetupObjectsText();
  const [search, setSearch] = useState('');
  const words = search.trim().toLowerCase();
  const shown = fields.filter(({ label, name }) => `${label} ${name}`.toLowerCase().includes(words));
  return (
    <section className="setup-palette" aria-label={t('layout.palette')}>
      <h2>{t('layout.palette')}</h2>
      <SearchField label={t('field.search')} value={search} onChange={setSearch} />
      {shown.length === 0 ? (
        <p className="setup-none">{t(fields.length === 0 ? 'layout.palette.empty' : 'field.none')}</p>
      ) : (
        <ul>
          {shown.map(({ name, label }) => (
            <li key={name}>
              <button {...grab.handle(paletteId(name))} type="button" className="setup-palette-field">
                <GripVerticalIcon className="mu-icon" aria-hidden />
                <span>{label}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** One section with its columns. */
export function CanvasSection({
  section,
  index,
  ...props
}: CanvasProps & { readonly section: LayoutSection; readonly index: number }) {
  const t = useSetupObjectsText();
  const { draft, commit } = props;
  return (
    <section className="setup-layout-section" aria-label={section.label || t('layout.section.unnamed')}>
      <header>
        <TextField
          label={t('layout.section.label')}
          isLabelHidden
          isOptional
          maxLength={80}
          value={section.label}
          onChange={(label) => commit(withSection(draft, section.id, { label }))}
        />
        <SectionMenu section={section} index={index} draft={draft} commit={commit} />
      </header>
      <div className="setup-layout-columns" data-columns={section.columns.length}>
        {section.columns.map((items, column) => (
          <ul
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            key={column}
            className="setup-layout-column"
            data-drop={columnDrop(index, column)}
            aria-label={t('layout.column', { column: column + 1 })}
          >
            {items.map((item) => (
              <CanvasItem key={item.id} item={item} {...props} />
            ))}
          </ul>
        ))}
      </div>
    </section>
  );
}

function SectionMenu({
  section,
  index,
  draft,
  commit,
}: Pick<CanvasProps, 'draft' | 'commit'> & { readonly section: LayoutSection; readonly index: number }) {
  const t = useSetupObjectsText();
  const label = section.label || t('layout.section.unnamed');
  const groups: readonly MenuGroup[] = [
    {
      id: 'shape',
      actions: [
        {
          id: 'columns',
          label: t(section.columns.length === 1 ? 'layout.section.two' : 'layout.section.one'),
          onAction: () => commit(withColumns(draft, section.id, section.columns.length === 1 ? 2 : 1)),
        },
        {
          id: 'up',
          label: t('layout.section.up'),
          isDisabled: index === 0,
          onAction: () => commit(withSectionMoved(draft, section.id, -1)),
        },
        {
          id: 'down',
          label: t('layout.section.down'),
          isDisabled: index === draft.sections.length - 1,
          onAction: () => commit(withSectionMoved(draft, section.id, 1)),
        },
        {
          id: 'remove',
          label: t('layout.section.remove'),
          isDanger: true,
          onAction: () => commit(withoutSection(draft, section.id)),
        },
      ],
    },
  ];
  return (
    <Menu
      label={t('layout.section.actions', { label })}
      groups={groups}
      trigger={<IconButton size="small" icon={EllipsisIcon} label={t('layout.section.actions', { label })} />}
    />
  );
}

const behaviors: readonly Behavior[] = ['Edit', 'Required', 'Readonly'];

function CanvasItem({ item, draft, commit, grab, labelOf }: CanvasProps & { readonly item: LayoutItem }) {
  const t = useSetupObjectsText();
  const label = item.field === '' ? t('layout.space') : labelOf(item.field);
  const groups: readonly MenuGroup[] = [
    ...(item.field === ''
      ? []
      : [
          {
            id: 'behavior',
            title: t('layout.behavior'),
            actions: behaviors.map((behavior) => ({
              id: behavior,
              label: t(`layout.behavior.${behavior}`),
              isDisabled: behavior === item.behavior,
              onAction: () => commit(withItem(draft, item.id, { behavior })),
            })),
          },
        ]),
    {
      id: 'remove',
      actions: [
        {
          id: 'remove',
          label: t('layout.item.remove'),
          isDanger: true,
          onAction: () => commit(withoutItem(draft, item.id)),
        },
      ],
    },
  ];
  return (
    <li
      className="setup-layout-item"
      data-drop={`item:${item.id}`}
      data-held={grab.held === item.id || undefined}
      data-space={item.field === '' || undefined}
    >
      <GrabHandle grab={grab} id={item.id} />
      <span className="setup-layout-name">{label}</span>
      {item.behavior !== 'Edit' && item.field !== '' && (
        <Badge tone={item.behavior === 'Required' ? 'warning' : 'neutral'}>
          {t(`layout.behavior.${item.behavior}`)}
        </Badge>
      )}
      <Menu
        label={t('layout.item.actions', { label })}
        groups={groups}
        trigger={<IconButton size="small" icon={EllipsisIcon} label={t('layout.item.actions', { label })} />}
      />
    </li>
  );
}
