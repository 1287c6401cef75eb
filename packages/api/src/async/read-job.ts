import { MusterError } from '@muster/kernel';
import type { NewBatchJob, Session } from '@muster/records';
import type { ApiRequest } from '../api-request.js';
import { requireLoaded } from '../bulk/ingest-resources.js';
import { requireMatchField } from '../objects.js';
import { isObject, readJson, readText } from '../read-body.js';
import { notBuilt } from '../resource.js';
import { parseXml } from '../soap/xml-element.js';
import { formatOf } from './async-format.js';

const OPERATIONS = ['insert', 'update', 'upsert', 'delete', 'hardDelete', 'query', 'queryAll'] as const;
const CONTENT_TYPES = ['CSV', 'JSON', 'XML'] as const;

/** The members of a `jobInfo` in a body, in XML or JSON. */
export function readJobInfo(request: ApiRequest): ReadonlyMap<string, string> {
  if (formatOf(request) === 'JSON') {
    const body = readJson(request);
    if (!isObject(body)) throw invalidJob('A job in JSON is an object');
    return new Map(Object.entries(body).map(([name, value]) => [name, String(value ?? '')]));
  }
  const { children } = parseXml(readText(request));
  return new Map(children.map(({ name, text }) => [name, text.trim()]));
}

/** What a new job is to be. @throws MusterError for members that are missing, unknown or not allowed */
export function readNewJob(session: Session, request: ApiRequest, version: number): NewBatchJob {
  const info = readJobInfo(request);
  const operation = OPERATIONS.find((name) => name.toLowerCase() === info.get('operation')?.toLowerCase());
  if (operation === undefined) throw invalidJob(`Unknown operation: ${info.get('operation') ?? 'none'}`);
  const type = info.get('contentType') || 'XML';
  const contentType = CONTENT_TYPES.find((name) => name === type.toUpperCase());
  if (contentType === undefined) throw notBuilt(`The content type ${type} of bulk jobs`);
  const object = requireLoaded(session, info.get('object') ?? '', operation);
  const field = info.get('externalIdFieldName') ?? '';
  if (operation === 'upsert' && field === '')
    throw invalidJob('An upsert names its field in externalIdFieldName');
  return {
    object: object.name,
    operation,
    externalIdField: operation === 'upsert' ? requireMatchField(session, object, field).name : undefined,
    contentType,
    concurrencyMode: info.get('concurrencyMode') === 'Serial' ? 'Serial' : 'Parallel',
    apiVersion: version,
  };
}

export function invalidJob(message: string): MusterError {
  return new MusterError('INVALID_INPUT', message, { data: { exceptionCode: 'InvalidJob' } });
}
