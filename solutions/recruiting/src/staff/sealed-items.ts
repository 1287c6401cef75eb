import type { Snapshot } from '@muster/metadata';
import type { Application } from '../application/load-application.js';
import { sealOf } from '../application/sealing.js';
import type { ApplicationView } from '../contract/index.js';
import type { MessageKey } from '../messages/message-key.js';
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
        whoMayOpen: holdersOf(snapshot, `Application_Event__c.${detailFields[seal]}`, words).join(', '),
      },
    ];
  });
}

/** Permission sets that are shipped, by their API names: those of an agency's own have one label in all languages. */
const shipped: ReadonlyMap<string, MessageKey> = new Map([
  ['Clinic', 'sealed.by.clinic'],
  ['Background_Investigator', 'sealed.by.investigator'],
]);

/** Labels of the permission sets that may read a field. */
function holdersOf(snapshot: Snapshot, field: string, words: Words): readonly string[] {
  return [...snapshot.permissionSets.values()]
    .filter((set) => set.fieldPermissions.some((each) => each.field === field && each.readable))
    .map((set) => {
      const key = shipped.get(set.name);
      return key === undefined ? set.label : words.say(key);
    })
    .sort();
}
