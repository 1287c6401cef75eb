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
export { FOLD_FROM, FOLD_TO, fold } from './fold.js';
export { type Id, idChecksum, keyPrefixOf, makeId, parseId, tryParseCounter, tryParseId } from './ids.js';
export { type Log, silentLog } from './log.js';
export { ACCENTED_FROM, ACCENTED_TO, plainText, spellingsOf } from './plain-text.js';
export { type Random, randomToken, readableNumber, secureRandom } from './random.js';
export { searchWords, significantWords, type Word, wordsOf } from './search-words.js';
export {
  dayInZone,
  daysAfter,
  isTimeZone,
  offsetAt,
  offsetText,
  wallClockInstant,
} from './time-zones.js';
