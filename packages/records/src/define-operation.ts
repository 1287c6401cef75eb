import { MusterError, MusterErrors } from '@muster/kernel';
import type { z } from 'zod';
import type { Operation } from './operation.js';
import type { Session } from './session/session.js';

export interface OperationDefinition<Shape extends z.ZodType, Output>
  extends Pick<Operation, 'name' | 'method' | 'purpose' | 'permission'> {
  /** What the client has to send: the query parameters of a GET, the body of a POST. */
  readonly input: Shape;
  run(session: Session, input: z.output<Shape>): Promise<Output>;
}

/** An operation whose input is checked before anything runs: INVALID_INPUT for each member that is wrong, by name. */
export function defineOperation<Shape extends z.ZodType, Output>(
  definition: OperationDefinition<Shape, Output>,
): Operation<z.output<Shape>, Output> {
  const { input: shape, ...operation } = definition;
  return { ...operation, parse: (input) => parseInput(shape, input) };
}

function parseInput<Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> {
  const result = shape.safeParse(input);
  if (result.success) return result.data;
  throw new MusterErrors(result.error.issues.map(problemOf));
}

function problemOf({ path, message }: z.core.$ZodIssue): MusterError {
  const member = path.join('.');
  return member === ''
    ? new MusterError('INVALID_INPUT', `The input cannot be read: ${message}`)
    : new MusterError('INVALID_INPUT', `${member} cannot be read: ${message}`, { fields: [member] });
}
