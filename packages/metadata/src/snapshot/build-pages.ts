import type { ObjectDef } from '../model.js';
import type { PageMetadata } from '../page-model.js';
import type { Component } from '../source-format/component.js';
import { type ComponentOf, ofKind, type ProblemSink } from './object-draft.js';

/** Layouts and compact layouts of objects that are there, tabs and applications, as plain data for pages to come. */
export function buildPages(
  components: readonly Component[],
  objects: ReadonlyMap<string, ObjectDef>,
  problems: ProblemSink,
): PageMetadata {
  const isThere = (object: string, name: string, at: ComponentOf<'Layout' | 'CompactLayout'>) => {
    if (objects.has(object.toLowerCase())) return true;
    problems.warn(at.source, `${object}.${name}`, `object ${object} is not in this org; it is left out`);
    return false;
  };
  return {
    layouts: ofKind(components, 'Layout').flatMap((component) =>
      isThere(component.layout.object, component.layout.name, component) ? [component.layout] : [],
    ),
    compactLayouts: ofKind(components, 'CompactLayout').flatMap((component) =>
      isThere(component.compactLayout.object, component.compactLayout.name, component)
        ? [component.compactLayout]
        : [],
    ),
    tabs: ofKind(components, 'Tab').map(({ tab }) => tab),
    applications: ofKind(components, 'Application').map(({ application }) => application),
  };
}
