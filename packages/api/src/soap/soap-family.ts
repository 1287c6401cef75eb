import { MusterError } from '@muster/kernel';
import type { ApiRequest, ApiResponse } from '../api-request.js';
import { readVersion } from '../api-version.js';
import type { ApiParts } from '../create-api.js';
import type { Family } from '../family.js';
import { readText } from '../read-body.js';
import { notBuilt, notFound } from '../resource.js';
import { dataCalls } from './data-calls.js';
import { presentResult, readEnvelope, type SoapCall } from './envelope.js';
import { metadataCalls } from './metadata-calls.js';
import { type FaultForm, presentFault } from './present-fault.js';
import type { SoapHandler } from './soap-calls.js';

/** The SOAP APIs by the segment that names them in the url: each has namespaces of its own. */
const apis: Readonly<Record<string, { readonly namespace: string; readonly faults: string }>> = {
  u: { namespace: 'urn:partner.soap.sforce.com', faults: 'urn:fault.partner.soap.sforce.com' },
  c: { namespace: 'urn:enterprise.soap.sforce.com', faults: 'urn:fault.enterprise.soap.sforce.com' },
  m: {
    namespace: 'http://soap.sforce.com/2006/04/metadata',
    faults: 'http://soap.sforce.com/2006/04/metadata',
  },
  s: { namespace: 'http://soap.sforce.com/2006/08/apex', faults: 'http://soap.sforce.com/2006/08/apex' },
};

/** The calls that are built, by the same segment. */
const calls: Readonly<Record<string, ReadonlyMap<string, SoapHandler>>> = {
  u: dataCalls,
  c: dataCalls,
  m: metadataCalls,
};

/** `/services/Soap/<u|c|m|s>/<version>[/<org>]`: records, and metadata. */
export function soapFamily(parts: ApiParts): Family {
  return {
    prefix: ['services', 'soap'],
    present: ([error], { path }) => presentFault(error, faultForm(path)),
    async handle(request, [segment = '', version = '']) {
      const api = apis[segment.toLowerCase()];
      if (api === undefined || readVersion(version) === undefined) throw notFound();
      if (request.method !== 'POST') {
        throw new MusterError(
          'METHOD_NOT_ALLOWED',
          `HTTP Method '${request.method}' not allowed. Allowed are POST`,
        );
      }
      const call = readEnvelope(readText(request));
      if (call === undefined)
        throw new MusterError('INVALID_INPUT', 'The request is no SOAP 1.1 envelope with a call');
      return answer(parts, request, api.namespace, segment, version, call);
    },
  };
}

async function answer(
  parts: ApiParts,
  request: ApiRequest,
  namespace: string,
  segment: string,
  version: string,
  call: SoapCall,
): Promise<ApiResponse> {
  const handler = calls[segment.toLowerCase()]?.get(call.name);
  if (handler === undefined) throw notBuilt(`The SOAP call ${call.name}`);
  const result = await handler({ parts, request, call, segment, version });
  return presentResult(call.name, namespace, result);
}

function faultForm(path: string): FaultForm {
  const segment = /\/soap\/+([a-z])/i.exec(path)?.[1]?.toLowerCase() ?? 'u';
  return { namespace: (apis[segment] ?? apis.u)?.faults ?? '', isTyped: segment === 'u' || segment === 'c' };
}
