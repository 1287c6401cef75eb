import { findField } from '../lookup.js';
import type { ObjectDef } from '../model.js';
import type { CompactLayoutDef } from '../page-model.js';
import type { Chosen } from '../pages/choose-layout.js';
import type { DescribeContext } from './describe-context.js';
import { describeLayoutItem } from './describe-layout.js';

/** A compact layout as REST describes it (Object Reference, "DescribeCompactLayout"): only to be looked at. */
export function describeCompactLayout(
  { id, layout }: Chosen<CompactLayoutDef>,
  object: ObjectDef,
  context: DescribeContext,
) {
  const fieldItems = layout.fields.flatMap(
    (field) => describeLayoutItem({ field, behavior: 'Readonly' }, object, context) ?? [],
  );
  const isImage = (name: string) => findField(object, name)?.name === 'PhotoUrl';
  return {
    actions: [],
    fieldItems,
    id,
    imageItems: fieldItems.filter(({ layoutComponents }) => isImage(layoutComponents[0]?.value ?? '')),
    label: layout.label,
    name: layout.name,
    objectType: object.name,
  };
}
