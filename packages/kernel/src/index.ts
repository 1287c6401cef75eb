export { type Clock, fixedClock, systemClock } from './clock.js';
export { type ErrorCode, errorStatus } from './error-codes.js';
export {
  assertNever,
  MusterError,
  type MusterErrorDetails,
  MusterErrors,
  positionAt,
  type SourcePosition,
} from './errors.js';
export { type Id, idChecksum, keyPrefixOf, makeId, parseId, tryParseId } from './ids.js';
export { type Random, randomToken, readableNumber, secureRandom } from './random.js';
