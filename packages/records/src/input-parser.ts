import { MusterError, MusterErrors } from '@muster/kernel';
import type { z } from 'zod';

/** The `parse` of an operation that takes this shape. It throws INVALID_INPUT for each member that is wrong, by name. */
export function inputParser<Shape extends z.ZodType>(shape: Shape): (input: unknown) => z.output<Shape> {
  return (input) => {
    const result = shape.safeParse(input);
    if (result.success) return result.data;
    throw new MusterErrors(result.error.issues.map(problemOf));
  };
}

function problemOf({ path, message }: z.core.$ZodIssue): MusterError {
  const member = path.join('.');
  return member === ''
    ? new MusterError('INVALID_INPUT', `The input cannot be read: ${message}`)
    : new MusterError('INVALID_INPUT', `${member} cannot be read: ${message}`, { fields: [member] });
}
