import type { Component } from '../source-format/component.js';
import type { StandardObject } from '../standard-objects/parse-standard-object.js';
import type { ProblemSink } from './object-draft.js';

/** Kinds of made object that are not kept here, by the end of their names. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  __e: 'platform events',
  __b: 'big objects',
  __x: 'external objects',
  __kav: 'article types',
};

const OTHER_SUFFIX = /__(?!(?:c|mdt)$)[a-z]+$/i;

/**
 * The components of objects that can be kept here. Special kinds of object are left out with everything that belongs
 * to them, each with a warning.
 */
export function leaveOutUnsupported(
  components: readonly Component[],
  standardObjects: readonly StandardObject[],
  problems: ProblemSink,
): readonly Component[] {
  const standard = new Set(standardObjects.map(({ object }) => object.name.toLowerCase()));
  return components.filter((component) => {
    const object = objectOf(component);
    if (object === undefined || standard.has(object.toLowerCase())) return true;
    const suffix = OTHER_SUFFIX.exec(object)?.[0];
    if (suffix === undefined) return true;
    const kind = UNSUPPORTED[suffix.toLowerCase()] ?? `objects ending in ${suffix}`;
    problems.warn(component.source, memberOf(component, object), `${kind} are not supported; it is left out`);
    return false;
  });
}

/** The object a component belongs to; undefined for what belongs to none. */
function objectOf(component: Component): string | undefined {
  switch (component.kind) {
    case 'CustomObject':
      return component.object.name;
    case 'CustomField':
      return component.field.object;
    case 'ListView':
      return component.listView.object;
    case 'RecordType':
      return component.recordType.object;
    case 'CriteriaSharingRule':
      return component.rule.object;
    default:
      return undefined;
  }
}

function memberOf(component: Component, object: string): string {
  switch (component.kind) {
    case 'CustomField':
      return `${object}.${component.field.name}`;
    case 'ListView':
      return `${object}.${component.listView.name}`;
    case 'RecordType':
      return `${object}.${component.recordType.name}`;
    case 'CriteriaSharingRule':
      return `${object}.${component.rule.name}`;
    default:
      return object;
  }
}
