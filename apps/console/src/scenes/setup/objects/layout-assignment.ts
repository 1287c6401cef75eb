import type { ComponentDescription, ComponentInput } from '@muster/client';
import { listOf, textOf } from './elements.js';

/** Layouts by profile and record type; `''` is for records without a type. */
export type Assignments = ReadonlyMap<string, string>;

/** The key of one assignment. */
export function assignmentKey(profile: string, recordType: string): string {
  return `${profile}\n${recordType}`;
}

/** Which layout each profile has for each record type of an object. */
export function readAssignments(profiles: readonly ComponentDescription[], object: string): Assignments {
  const found = profiles.flatMap(({ fullName, metadata }) =>
    listOf(metadata, 'layoutAssignments')
      .filter((each) => textOf(each, 'layout').startsWith(`${object}-`))
      .map((each): [string, string] => [
        assignmentKey(fullName, textOf(each, 'recordType')),
        textOf(each, 'layout'),
      ]),
  );
  return new Map(found);
}

/** The parts of profiles by which assignments change. */
export function assignmentComponents(before: Assignments, after: Assignments): readonly ComponentInput[] {
  const changed = new Map<string, { readonly layout: string; readonly recordType: string | null }[]>();
  for (const [key, layout] of after) {
    if (before.get(key) === layout) continue;
    const [profile = '', recordType = ''] = key.split('\n');
    const list = changed.get(profile) ?? [];
    list.push({ layout, recordType: recordType === '' ? null : recordType });
    changed.set(profile, list);
  }
  return [...changed].map(([fullName, layoutAssignments]) => ({
    type: 'Profile',
    fullName,
    metadata: { layoutAssignments },
  }));
}
