import { z } from 'zod';

/** Shapes that several operations take. */
export const given = {
  id: z.string().regex(/^[0-9A-Za-z]{15}([0-9A-Za-z]{3})?$/, 'must be a record id'),
  language: z.enum(['en', 'es']).optional(),
  day: z.iso.date(),
  text: (most: number) => z.string().trim().min(1).max(most),
  clientKey: z.string().min(1).max(100).optional(),
  /** Of an event within its application. */
  eventNumber: z.string().regex(/^\d{1,6}$/, 'must be an event number'),
  party: z.enum(['candidate', 'agency', 'third_party']),
  /** A number in a query string. */
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
} as const;

/** What every staff change carries. */
export const staffChange = {
  applicationId: given.id,
  clientKey: given.clientKey,
  ifVersion: z.number().int().min(0).optional(),
} as const;
