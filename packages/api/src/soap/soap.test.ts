import { MusterError } from '@muster/kernel';
import { describe, expect, it } from 'vitest';
import { headerText, readEnvelope } from './envelope.js';
import { presentFault } from './present-fault.js';
import { escapeXml } from './print-xml.js';
import { childText } from './xml-element.js';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const PARTNER = 'urn:partner.soap.sforce.com';

describe('readEnvelope', () => {
  it.each([
    `<se:Envelope xmlns:se="${SOAP}"><se:Header/><se:Body><login xmlns="${PARTNER}"><username>a&amp;b</username></login></se:Body></se:Envelope>`,
    `<?xml version="1.0"?><env:Envelope xmlns:env="${SOAP}" xmlns:n1="${PARTNER}"><env:Body><n1:login><n1:username>a&amp;b</n1:username></n1:login></env:Body></env:Envelope>`,
    `<Envelope xmlns="${SOAP}"><Body><urn:login xmlns:urn="${PARTNER}"><urn:username><![CDATA[a&b]]></urn:username></urn:login></Body></Envelope>`,
  ])('reads a call whatever prefixes the client chose', (text) => {
    const call = readEnvelope(text);
    expect(call?.name).toBe('login');
    expect(call?.body.namespace).toBe(PARTNER);
    expect(call && childText(call.body, 'username')).toBe('a&b');
  });

  it('reads members of headers', () => {
    const call = readEnvelope(
      `<e:Envelope xmlns:e="${SOAP}"><e:Header><SessionHeader xmlns="${PARTNER}"><sessionId>00D!x</sessionId></SessionHeader></e:Header><e:Body><q/></e:Body></e:Envelope>`,
    );
    expect(call && headerText(call, 'SessionHeader', 'sessionId')).toBe('00D!x');
    expect(call && headerText(call, 'SessionHeader', 'other')).toBeUndefined();
  });

  it.each([
    '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
    '<a><b></a>',
    '',
    'nothing',
    '<x:a/>',
    `${'<a>'.repeat(60)}${'</a>'.repeat(60)}`,
  ])('refuses %j', (text) => {
    expect(() => readEnvelope(text)).toThrow(MusterError);
  });

  it('gives nothing for a document that is no envelope', () => {
    expect(readEnvelope('<a/>')).toBeUndefined();
  });
});

describe('presentFault', () => {
  it('names the code where different clients look for it', () => {
    const error = new MusterError('INVALID_LOGIN', 'Wrong <user>');
    const { status, body } = presentFault(error, {
      namespace: 'urn:fault.partner.soap.sforce.com',
      isTyped: true,
    });
    expect(status).toBe(500);
    expect(body).toContain('<faultcode>sf:INVALID_LOGIN</faultcode>');
    expect(body).toContain('<faultstring>INVALID_LOGIN: Wrong &lt;user&gt;</faultstring>');
    expect(body).toContain(
      '<sf:LoginFault xsi:type="sf:LoginFault"><sf:exceptionCode>INVALID_LOGIN</sf:exceptionCode>',
    );
  });
});

describe('escapeXml', () => {
  it('leaves out what XML cannot hold', () => {
    expect(escapeXml('a\u0000b\u000b<&>"')).toBe('ab&lt;&amp;&gt;&quot;');
  });
});
