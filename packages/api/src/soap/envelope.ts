import type { ApiResponse } from '../api-request.js';
import { xml } from '../responses.js';
import { printElements, type XmlFields } from './print-xml.js';
import { findChild, parseXml, type XmlElement } from './xml-element.js';

const SOAP_NAMESPACE = 'http://schemas.xmlsoap.org/soap/envelope/';
const XSI_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';

/** The one call of a request and the headers that came with it. */
export interface SoapCall {
  readonly name: string;
  readonly body: XmlElement;
  readonly headers: readonly XmlElement[];
}

/** Reads a SOAP 1.1 request. Undefined when the document is no envelope with one call. */
export function readEnvelope(text: string): SoapCall | undefined {
  const envelope = parseXml(text);
  if (envelope.namespace !== SOAP_NAMESPACE || envelope.name !== 'Envelope') return undefined;
  const body = findChild(envelope, SOAP_NAMESPACE, 'Body')?.children[0];
  if (body === undefined) return undefined;
  return { name: body.name, body, headers: findChild(envelope, SOAP_NAMESPACE, 'Header')?.children ?? [] };
}

/** The text of a member of a header: `SessionHeader`, `sessionId`. */
export function headerText(call: SoapCall, header: string, member: string): string | undefined {
  const found = call.headers.find((element) => element.name === header);
  return found?.children.find((child) => child.name === member)?.text;
}

/** What a call answers: one result or as many as there are; undefined for none. */
export type SoapResult = XmlFields[string];

/** An answer `<methodResponse><result>…` in the namespace of the API that was called. */
export function presentResult(method: string, namespace: string, result: SoapResult): ApiResponse {
  const content = printElements({ result });
  return envelope(`<${method}Response xmlns="${namespace}">${content}</${method}Response>`, 200);
}

/** An envelope around the contents of a body. `declarations` are attributes of the envelope, with the blank before. */
export function envelope(body: string, status: number, declarations = ''): ApiResponse {
  return xml(
    `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${SOAP_NAMESPACE}"${declarations} ` +
      `xmlns:xsi="${XSI_NAMESPACE}"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`,
    status,
  );
}
