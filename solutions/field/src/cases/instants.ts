import { parseInstant } from '@muster/metadata';

const HOUR = 3_600_000;

/** A date-time as queries give it, as ISO 8601 in UTC; null stays null. */
export function isoInstant(text: string): string;
export function isoInstant(text: string | null): string | null;
export function isoInstant(text: string | null): string | null {
  return text === null ? null : new Date(readInstant(text)).toISOString();
}

/** Milliseconds of a date-time as queries give it. */
export function readInstant(text: string): number {
  const at = parseInstant(text);
  if (at === undefined) throw new Error(`Not a date-time: ${text}`);
  return at;
}

/** An instant as PostgreSQL writes it, which is what save rules see: whole seconds in UTC. */
export function storedInstant(at: number): string {
  const iso = new Date(at).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}+00`;
}

/** The inverse of `storedInstant`. */
export function readStoredInstant(text: string): number {
  return readInstant(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`);
}

/** Whole hours from one instant to a later one; 0 when it is not later. */
export function hoursBetween(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / HOUR));
}

/** The instant so many hours later. */
export function hoursAfter(at: number, hours: number): number {
  return at + hours * HOUR;
}
