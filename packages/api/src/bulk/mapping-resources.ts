import { findObject } from '@muster/metadata';
import type { LoadMapping, LoadMappings } from '@muster/records';
import { z } from 'zod';
import { readShape } from '../read-body.js';
import { type Call, notFound, type Resource } from '../resource.js';
import { json, noContent } from '../responses.js';
import { loadOptions } from './read-new-job.js';

const MOST_NAME = 80;

const mappingShape = loadOptions.pick({ dateOrder: true, decimalSeparator: true, timeZone: true }).extend({
  operation: z.enum(['insert', 'update', 'upsert', 'delete', 'hardDelete']),
  externalIdFieldName: z.string().optional(),
  columns: loadOptions.shape.columns.unwrap(),
});

/** `jobs/mappings`: which column of a file goes into which field, kept by name for the next file of its kind. */
export function mappingResources(mappings: LoadMappings): readonly Resource[] {
  const objectOf = ({ session, params }: Call): string => {
    const object = findObject(session.snapshot, params.object ?? '');
    if (object === undefined || !session.rights(object).read) throw notFound();
    return object.name;
  };
  const nameOf = ({ params }: Call): string => {
    const name = decodeURIComponent(params.name ?? '').trim();
    if (name === '' || name.length > MOST_NAME) throw notFound();
    return name;
  };
  return [
    {
      path: 'jobs/mappings/:object',
      methods: {
        GET: async (call) => {
          const list = await mappings.list(objectOf(call));
          return json({
            mappings: list.map(({ name, mapping, userId, modifiedAt }) => ({
              name,
              ...mapping,
              lastModifiedById: userId,
              lastModifiedDate: new Date(modifiedAt).toISOString(),
            })),
          });
        },
      },
    },
    {
      path: 'jobs/mappings/:object/:name',
      methods: {
        PUT: async (call) => {
          const mapping = readShape(call.request, mappingShape) as LoadMapping;
          await mappings.keep(objectOf(call), nameOf(call), mapping, call.session.principal.userId);
          return noContent();
        },
        DELETE: async (call) => {
          await mappings.remove(objectOf(call), nameOf(call));
          return noContent();
        },
      },
    },
  ];
}
