import type { Snapshot } from '@muster/metadata';
import type { Application } from '../application/load-application.js';
import { sealOf } from '../application/sealing.js';
import type { ApplicationView } from '../contract/index.js';
import type { Words } from '../messages/words.js';
import { detailFields, type Reader } from './reader.js';

/** What there is that the reader may not open, each with the permission sets that may. */
export function sealedItems(
  snapshot: Snapshot,
  { process, log }: Application,
  reader: Reader,
  words: Words,
): ApplicationView['sealed'] {
  return process.steps.flatMap((step) => {
    const seal = sealOf(step);
    if (seal === undefined || reader.details[seal] || !log.some((event) => event.step === step.key))
      return [];
    return [
      {
        what: words.say('sealed.what', { step: words.label(step.label) }),
        whoMayOpen: holdersOf(snapshot, `Application_Event__c.${detailFields[seal]}`).join(', '),
      },
    ];
  });
}

/** Labels of the permission sets that may read a field. */
function holdersOf(snapshot: Snapshot, field: string): readonly string[] {
  return [...snapshot.permissionSets.values()]
    .filter((set) => set.fieldPermissions.some((each) => each.field === field && each.readable))
    .map((set) => set.label)
    .sort();
}
