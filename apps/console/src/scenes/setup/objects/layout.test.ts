import { describe, expect, it } from 'vitest';
import type { Elements } from '../../../data/setup-metadata.js';
import { fieldsOn, readLayout, writeLayout } from './layout.js';
import {
  paletteId,
  placeOf,
  withColumns,
  withField,
  withItem,
  withItemAt,
  withNewSection,
  withoutItem,
  withoutSection,
  withSectionMoved,
  withStep,
} from './layout-moves.js';

const item = (field: string, behavior = 'Edit'): Elements => ({ behavior, field });
const elements: Elements = {
  excludeButtons: ['Clone'],
  layoutSections: [
    {
      customLabel: 'true',
      detailHeading: 'true',
      label: 'Boat',
      style: 'TwoColumnsLeftToRight',
      layoutColumns: [
        { layoutItems: [item('Name', 'Required'), item('A__c')] },
        { layoutItems: [item('OwnerId'), { emptySpace: 'true' }] },
      ],
    },
    { label: 'More', style: 'OneColumn', layoutColumns: [{ layoutItems: [item('B__c', 'Readonly')] }] },
  ],
  relatedLists: [{ relatedList: 'Oar__c.Boat__c', fields: ['NAME'], sortField: 'NAME' }],
};
const draft = readLayout(elements);
const shape = (layout: typeof draft) =>
  layout.sections.map(({ columns }) =>
    columns.map((items) => items.map(({ field }) => field || '·').join(' ')),
  );
const idOf = (field: string) =>
  draft.sections.flatMap(({ columns }) => columns.flat()).find((each) => each.field === field)?.id ?? '';

describe('a layout in the editor', () => {
  it('is written as it was read', () => {
    expect(writeLayout(draft)).toEqual(elements);
    expect([...fieldsOn(draft)]).toEqual(['Name', 'A__c', 'OwnerId', 'B__c']);
  });

  it('moves a field by one place, through columns and sections, and no further', () => {
    const a = idOf('A__c');
    expect(shape(withStep(draft, a, 'up'))[0]).toEqual(['A__c Name', 'OwnerId ·']);
    expect(shape(withStep(draft, a, 'right'))[0]).toEqual(['Name', 'OwnerId A__c ·']);
    const down = withStep(draft, a, 'down');
    expect(shape(down)).toEqual([['Name', 'OwnerId ·'], ['A__c B__c']]);
    expect(shape(withStep(down, a, 'up'))).toEqual(shape(draft));
    expect(shape(withStep(draft, idOf('Name'), 'up'))).toEqual(shape(draft));
    expect(shape(withStep(draft, a, 'left'))).toEqual(shape(draft));
    expect(shape(withStep(draft, idOf('B__c'), 'down'))).toEqual(shape(draft));
  });

  it('moves a field to any place', () => {
    expect(shape(withItemAt(draft, idOf('Name'), { section: 1, column: 0, index: 1 }))).toEqual([
      ['A__c', 'OwnerId ·'],
      ['B__c Name'],
    ]);
    const nowhere = { section: 7, column: 0, index: 0 };
    expect(withItemAt(draft, idOf('Name'), nowhere)).toBe(draft);
  });

  it('takes fields in and out, and changes how they may be used', () => {
    const added = withField(draft, 'C__c', { section: 1, column: 0, index: 0 });
    expect(shape(added)[1]).toEqual(['C__c B__c']);
    expect(shape(withoutItem(added, paletteId('C__c')))).toEqual(shape(draft));
    const required = withItem(draft, idOf('A__c'), { behavior: 'Required' });
    expect(writeLayout(required)).not.toEqual(elements);
    expect(placeOf(draft, 'none')).toBeUndefined();
  });

  it('has sections that are added, moved, split and taken out', () => {
    const [first, second] = draft.sections.map(({ id }) => id) as [string, string];
    expect(shape(withSectionMoved(draft, second, -1))[0]).toEqual(['B__c']);
    expect(shape(withColumns(draft, first, 1))[0]).toEqual(['Name A__c OwnerId ·']);
    expect(shape(withColumns(withColumns(draft, first, 1), first, 2))[0]).toEqual(['Name A__c', 'OwnerId ·']);
    expect(shape(withoutSection(draft, first))).toEqual([['B__c']]);
    expect(writeLayout(withNewSection(draft, 'Crew')).layoutSections).toHaveLength(3);
  });
});
