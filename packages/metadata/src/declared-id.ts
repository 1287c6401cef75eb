import { makeId } from '@muster/kernel';

/** Stands where other ids have the pod of their org. */
export const DECLARED_POD = '00';
const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
/** A counter is a JavaScript number. */
const COUNTER_BITS = 53;

/**
 * The id of a record that metadata declares, such as a record type: it follows from the object's key prefix and the
 * full name, so that describe knows it before any row is written and it is the same in every org.
 */
export function declaredId(keyPrefix: string, fullName: string): string {
  let hash = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(fullName.toLowerCase())) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * FNV_PRIME);
  }
  return makeId(keyPrefix, DECLARED_POD, Number(BigInt.asUintN(COUNTER_BITS, hash ^ (hash >> 32n))));
}
