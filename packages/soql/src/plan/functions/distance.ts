import { call, param } from '@muster/sql';
import type { FunctionCall, Geolocation, Path } from '../../language/ast.js';
import { queryError } from '../../language/query-error.js';
import { derivedField } from '../name-object.js';
import type { ResolvedField } from '../source.js';
import type { FunctionContext } from './function-context.js';

/** Radius of the earth by unit, its mean of 6,371.009 km (Wikipedia, "Earth radius"). */
const RADIUS: Readonly<Record<string, number>> = { km: 6371.009, mi: 3958.761 };

/** Places further from the equator or the first meridian than these are none. */
const LIMITS = { latitude: 90, longitude: 180 } as const;

/**
 * The distance along the surface between a place of the record and a fixed one, `'mi'` or `'km'`. Records without a
 * place are at no distance.
 */
export function readDistance(functions: FunctionContext, node: FunctionCall): ResolvedField {
  const { context, place } = functions;
  const malformed = (message: string) => queryError(context.text, 'MALFORMED_QUERY', node.at, message);
  if (place === 'GROUP BY' || place === 'HAVING') throw malformed(`DISTANCE() cannot be used in ${place}`);
  const [path, geolocation, unit] = node.arguments;
  const radius = unit?.kind === 'StringLiteral' ? RADIUS[unit.value.toLowerCase()] : undefined;
  if (path?.kind !== 'Path' || geolocation?.kind !== 'Geolocation' || radius === undefined) {
    throw malformed("DISTANCE() takes a place, a GEOLOCATION() and 'mi' or 'km'");
  }
  requirePlace(functions, geolocation);
  const { latitude, longitude } = partsOf(functions, path);
  const expr = call(
    'distance',
    latitude.expr,
    longitude.expr,
    param(geolocation.latitude.text, 'numeric'),
    param(geolocation.longitude.text, 'numeric'),
    param(radius, 'numeric'),
  );
  return { object: latitude.object, field: derivedField('DISTANCE', 'Number', 6), expr };
}

function requirePlace({ context }: FunctionContext, { latitude, longitude }: Geolocation): void {
  for (const [name, literal] of Object.entries({ latitude, longitude })) {
    const limit = LIMITS[name as keyof typeof LIMITS];
    if (Math.abs(Number(literal.text)) <= limit) continue;
    const message = `${name} must be between -${limit} and ${limit}`;
    throw queryError(context.text, 'MALFORMED_QUERY', literal.at, message);
  }
}

function partsOf(functions: FunctionContext, path: Path) {
  const parts = functions.readWhole?.(path);
  const latitude = parts?.get('latitude');
  const longitude = parts?.get('longitude');
  if (latitude !== undefined && longitude !== undefined) return { latitude, longitude };
  const name = path.names.map(({ text }) => text).join('.');
  const message = `field '${name}' is no place: DISTANCE() takes a geolocation or an address`;
  throw queryError(functions.context.text, 'INVALID_FIELD', path.at, message);
}
