import { expect, it } from 'vitest';
import { answerMetrics, createMetrics } from './metrics.js';

const scrape = { headers: { authorization: 'Bearer a-scrape-of-our-own' } };

it('is not there unless the configuration opens it', () => {
  expect(answerMetrics(createMetrics(), undefined, scrape).status).toBe(404);
});

it('counts requests by family and by the first digit of their status', () => {
  const metrics = createMetrics();
  metrics.record('portal', 204, 1_500);
  metrics.record('portal', 200, 500);
  const { status, body } = answerMetrics(metrics, 'a-scrape-of-our-own', scrape);
  expect(status).toBe(200);
  expect(body).toContain('muster_requests_total{family="portal",status="2xx"} 2');
  expect(body).toContain('muster_request_seconds_total{family="portal",status="2xx"} 2.000000');
});
