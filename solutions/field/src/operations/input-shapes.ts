import { tryParseId } from '@muster/kernel';
import { z } from 'zod';

/** A record id of 15 or 18 characters, given on as 18. */
export const recordId = z.string().transform((text, context) => {
  const id = tryParseId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'not a record id' });
  return z.NEVER;
});

/** What a person says in a case: a comment holds 4,000 characters. */
export const messageBody = z.string().trim().min(1, 'is empty').max(4_000, 'is longer than 4,000 characters');

/** A name of the client's for one submission, so that a repeat is harmless. */
export const clientKey = z.string().min(1).max(100).exactOptional();
