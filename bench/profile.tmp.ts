import { openAgency, startBare, startMuster } from './agency.js';
import { send } from './load.js';

const agency = await openAgency();
process.env.BENCH_NODE_ARGS = '--cpu-prof --cpu-prof-dir=/tmp/prof';
const muster = await startMuster(agency);
const F = ['Id', 'FirstName', 'LastName', 'Email', 'Phone', 'MailingCity', 'CreatedDate', 'OwnerId'];
const ids = agency.contactIds.filter((_, i) => i % 7 === 0);
const reqs =
  process.argv[2] === 'insert'
    ? [
        {
          method: 'POST' as const,
          path: '/services/data/v60.0/composite/sobjects',
          headers: { authorization: `Bearer ${agency.token}` },
          body: JSON.stringify({
            allOrNone: true,
            records: Array.from({ length: 200 }, (_, i) => ({
              attributes: { type: 'RecruitmentRequisition' },
              Name: `Field officers ${i}`,
              ExternalVacancyTitle: 'Field officer',
              Unit__c: 'Ellery Coast',
              Seats__c: 48,
              ExpectedHireDate: '2027-03-01',
            })),
          }),
        },
      ]
    : ids.map((id) => ({
        path: `/services/data/v60.0/sobjects/Contact/${id}?fields=${F.join(',')}`,
        headers: { authorization: `Bearer ${agency.token}` },
      }));
const n = process.argv[2] === 'insert' ? 300 : 15000;
const c = process.argv[2] === 'insert' ? 1 : 16;
await send(muster.url, reqs, n / 5, c);
const s = performance.now();
await send(muster.url, reqs, n, c);
console.log('ms per request', (performance.now() - s) / n);
await muster.close();
await agency.close();
