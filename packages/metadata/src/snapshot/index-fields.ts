import { fieldType } from '../field-types/index.js';
import type { Component } from '../source-format/component.js';
import { type Drafts, ofKind, type ProblemSink } from './object-draft.js';

/** Marks the fields that metadata wants an index of. */
export function indexFields(drafts: Drafts, components: readonly Component[], problems: ProblemSink): void {
  for (const { index, source } of ofKind(components, 'CustomIndex')) {
    const member = `${index.object}.${index.field}`;
    const fields = drafts.get(index.object.toLowerCase())?.fields;
    const field = fields?.get(index.field.toLowerCase());
    if (fields === undefined || field === undefined) {
      problems.error(source, member, 'there is no such field to index');
    } else if (!fieldType(field).filterable) {
      problems.error(source, member, `a field of type ${field.type} cannot be indexed`);
    } else {
      const indexed = index.includesEmpty ? 'all' : 'filled';
      fields.set(index.field.toLowerCase(), { ...field, indexed });
    }
  }
}
