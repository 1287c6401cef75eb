import { useState } from 'react';
import { type Grab, useGrab } from '../../../components/use-grab.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { fieldsOn, type LayoutDraft } from './layout.js';
import {
  columnAt,
  type ItemPlace,
  paletteId,
  placeOf,
  withField,
  withItemAt,
  withNewSection,
  withStep,
} from './layout-moves.js';
import type { History } from './use-history.js';

/** `data-drop` of a column; items bear `item:` and their id. */
export function columnDrop(section: number, column: number): string {
  return `column:${section}:${column}`;
}

/** Moves fields over a layout, and from the palette onto it. */
export function useLayoutGrab(history: History<LayoutDraft>, labelOf: (field: string) => string): Grab {
  const t = useSetupObjectsText();
  const { value: draft } = history;
  const [before, setBefore] = useState(draft);
  const fieldOf = (key: string) => {
    const place = placeOf(draft, key);
    const item = place && columnAt(draft, place)?.[place.index];
    return item?.field ?? key.slice(paletteId('').length);
  };
  return useGrab({
    label: (key) => labelOf(fieldOf(key)) || t('layout.space'),
    place: (key) => {
      const place = placeOf(draft, key);
      if (place === undefined) return t('layout.place.palette');
      return t('layout.place', {
        section: draft.sections[place.section]?.label || t('layout.section.unnamed'),
        column: place.column + 1,
        position: place.index + 1,
        total: columnAt(draft, place)?.length ?? 0,
      });
    },
    onGrab: (key) => {
      setBefore(draft);
      if (placeOf(draft, key) === undefined)
        history.show(withFieldFromPalette(draft, key, t('layout.information')));
    },
    onStep: (key, direction) => history.show(withStep(draft, key, direction)),
    onOver: (key, drop, isAfter) => {
      const to = targetOf(draft, key, drop, isAfter);
      if (to !== undefined) history.show(withItemAt(draft, key, to));
    },
    onDrop: () => history.settle(before),
    onCancel: () => history.show(before),
  });
}

/** A field from the palette begins at the end of the first section. */
function withFieldFromPalette(draft: LayoutDraft, key: string, sectionLabel: string): LayoutDraft {
  const field = key.slice(paletteId('').length);
  if (fieldsOn(draft).has(field)) return draft;
  const ready = draft.sections.length > 0 ? draft : withNewSection(draft, sectionLabel);
  const index = columnAt(ready, { section: 0, column: 0 })?.length ?? 0;
  return withField(ready, field, { section: 0, column: 0, index });
}

/** Where something held over a place would go; undefined where it stays. */
function targetOf(draft: LayoutDraft, key: string, drop: string, isAfter: boolean): ItemPlace | undefined {
  const from = placeOf(draft, key);
  const [kind, first = '', second = ''] = splitDrop(drop);
  if (kind === 'item') {
    const over = placeOf(draft, first);
    if (over === undefined || first === key) return undefined;
    const isSameColumn = from?.section === over.section && from.column === over.column;
    const gone = isSameColumn && from.index < over.index ? 1 : 0;
    const to = { ...over, index: over.index + (isAfter ? 1 : 0) - gone };
    return isSameColumn && to.index === from.index ? undefined : to;
  }
  if (kind !== 'column') return undefined;
  const place = { section: Number(first), column: Number(second) };
  if (from?.section === place.section && from.column === place.column) return undefined;
  return { ...place, index: columnAt(draft, place)?.length ?? 0 };
}

function splitDrop(drop: string): readonly string[] {
  const [kind = '', ...rest] = drop.split(':');
  return kind === 'item' ? [kind, rest.join(':')] : [kind, ...rest];
}
