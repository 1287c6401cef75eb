import type { Component } from '../source-format/component.js';
import type { StandardObject } from '../standard-objects/parse-standard-object.js';
import type { ProblemSink } from './object-draft.js';

/** Custom metadata types, platform events, external and big objects, …: every suffix of a made object but `__c`. */
const OTHER_SUFFIX = /__(?!c$)[a-z]+$/i;

/**
 * The components of objects that can be kept here. Custom settings and other special kinds of object are left out
 * with everything that belongs to them, each with a warning.
 */
export function leaveOutUnsupported(
  components: readonly Component[],
  standardObjects: readonly StandardObject[],
  problems: ProblemSink,
): readonly Component[] {
  const standard = new Set(standardObjects.map(({ object }) => object.name.toLowerCase()));
  const settings = new Set(
    components.flatMap((component) =>
      component.kind === 'CustomObject' && component.object.isCustomSetting
        ? [component.object.name.toLowerCase()]
        : [],
    ),
  );
  return components.filter((component) => {
    const object = objectOf(component);
    if (object === undefined) return true;
    const isSetting = settings.has(object.toLowerCase());
    const suffix = standard.has(object.toLowerCase()) ? undefined : OTHER_SUFFIX.exec(object)?.[0];
    if (!isSetting && suffix === undefined) return true;
    const kind = isSetting ? 'custom settings' : `objects ending in ${suffix}`;
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
    case 'CriteriaSharingRule':
      return `${object}.${component.rule.name}`;
    default:
      return object;
  }
}
