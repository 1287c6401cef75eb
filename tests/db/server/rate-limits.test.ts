import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;
beforeAll(async () => {
  const environment = { TRUST_PROXY: '1' };
  server = await startTestServer({ createSolutions: () => [fixtureSolution], environment });
});
afterAll(() => server?.close());

/** Sends a SOAP call as from an address of the network: those of the machine itself are not limited. */
async function soap(address: string, call: string): Promise<number> {
  const { status } = await fetch(`${server.url}/services/Soap/u/60.0/${server.instance.org.id}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', 'x-forwarded-for': address },
    body: `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>${call}</e:Body></e:Envelope>`,
  });
  return status;
}

const NAMESPACE = 'xmlns="urn:partner.soap.sforce.com"';

it('counts sign-ins by SOAP with the sign-ins, wherever they are sent', async () => {
  const login = `<login ${NAMESPACE}><username>nobody</username><password>no</password></login>`;
  for (let i = 0; i < 60; i += 1) expect(await soap('203.0.113.9', login)).toBe(500);
  expect(await soap('203.0.113.9', login)).toBe(429);
  expect(await soap('203.0.113.10', login)).toBe(500);
});

it('counts other calls of SOAP with the other requests', async () => {
  const call = `<query ${NAMESPACE}><queryString>SELECT Id FROM User</queryString></query>`;
  for (let i = 0; i < 80; i += 1) expect(await soap('203.0.113.11', call)).toBe(500);
});
