import { type Id, MusterError } from '@muster/kernel';
import { findField, findObject, type ObjectDef, pageTexts, type Snapshot } from '@muster/metadata';

/** A quick action of Salesforce that every org has: a short form that makes one record about the one at hand. */
export interface StandardAction {
  readonly name: string;
  readonly type: 'LogACall' | 'Create';
  /** Object of the record it makes. */
  readonly target: string;
  /** Fields of its form. */
  readonly fields: readonly string[];
  readonly label: (language: string) => string;
  /** Values it gives that the form does not ask for. */
  readonly fixed: (today: string) => Readonly<Record<string, unknown>>;
}

/** Global actions (Salesforce Help, "Global Quick Actions"); what an org declares itself is kept and not run yet. */
export const STANDARD_ACTIONS: readonly StandardAction[] = [
  {
    name: 'LogACall',
    type: 'LogACall',
    target: 'Task',
    fields: ['Subject', 'Description', 'WhoId', 'WhatId'],
    label: (language) => pageTexts(language).logCall,
    fixed: (today) => ({ Status: 'Completed', ActivityDate: today, Subject: 'Call', TaskSubtype: 'Call' }),
  },
  {
    name: 'NewTask',
    type: 'Create',
    target: 'Task',
    fields: ['Subject', 'ActivityDate', 'Description', 'WhoId', 'WhatId'],
    label: (language) => pageTexts(language).newTask,
    fixed: () => ({}),
  },
];

/** Whether tasks can be about records of an object. */
export function takesActivities(snapshot: Snapshot, object: ObjectDef): boolean {
  return lookupTo(snapshot, object.keyPrefix) !== undefined;
}

/** The lookup of a task that the record at hand goes into: people are who it is with, all else what it is about. */
export function contextValue(snapshot: Snapshot, contextId: Id | undefined): Readonly<Record<string, Id>> {
  if (contextId === undefined) return {};
  const field = lookupTo(snapshot, contextId.slice(0, 3));
  if (field !== undefined) return { [field]: contextId };
  throw new MusterError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', {
    fields: ['contextId'],
  });
}

function lookupTo(snapshot: Snapshot, prefix: string): 'WhoId' | 'WhatId' | undefined {
  const task = findObject(snapshot, 'Task');
  const object = snapshot.objectsByPrefix.get(prefix);
  if (task === undefined || object === undefined) return undefined;
  const points = (name: string) => findField(task, name)?.referenceTo?.includes(object.name) ?? false;
  if (points('WhoId')) return 'WhoId';
  return points('WhatId') ? 'WhatId' : undefined;
}
