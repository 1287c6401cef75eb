import { MusterError } from '@muster/kernel';
import { describe, expect, it } from 'vitest';
import { compileResources, type Handler } from './resource.js';

const handler: Handler = () => ({ status: 200, headers: {}, body: '' });
const other: Handler = () => ({ status: 204, headers: {}, body: '' });
const find = compileResources([
  { path: '', methods: { GET: handler } },
  { path: 'sobjects/:object/describe', methods: { GET: handler } },
  { path: 'sobjects/:object/:id', methods: { GET: other, PATCH: other } },
]);

describe('compileResources', () => {
  it('takes the first resource whose path fits, whatever its methods', () => {
    expect(find('GET', ['sobjects', 'A', 'describe']).handler).toBe(handler);
    expect(find('HEAD', ['sobjects', 'A', '001']).handler).toBe(other);
    expect(find('GET', []).handler).toBe(handler);
  });

  it('says which methods there are', () => {
    const wrong = () => find('DELETE', ['sobjects', 'A', '001']);
    expect(wrong).toThrow(MusterError);
    expect(wrong).toThrow("HTTP Method 'DELETE' not allowed. Allowed are HEAD,GET,PATCH");
  });

  it('refuses what is not there', () => {
    expect(() => find('GET', ['nothing'])).toThrow('The requested resource does not exist');
  });
});
