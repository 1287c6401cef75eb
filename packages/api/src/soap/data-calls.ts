import { describeCalls } from './describe-calls.js';
import { passwordCalls } from './password-calls.js';
import { peopleCalls } from './people-calls.js';
import { queryCalls } from './query-calls.js';
import { replicationCalls } from './replication-calls.js';
import { saveCalls } from './save-calls.js';
import { type SoapHandler, soapCalls } from './soap-calls.js';

/** The calls of the partner and enterprise APIs that are built, by name. */
export const dataCalls: ReadonlyMap<string, SoapHandler> = new Map([
  ...soapCalls,
  ...Object.entries({
    ...describeCalls,
    ...queryCalls,
    ...saveCalls,
    ...peopleCalls,
    ...replicationCalls,
    ...passwordCalls,
  }),
]);
