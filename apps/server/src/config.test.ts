import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.js';

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      demo: 'off',
      trustProxy: false,
      https: undefined,
      admin: undefined,
    });
    expect(readConfig({}, 'small').demo).toBe('small');
    expect(readConfig({ MUSTER_DEMO: '500' }, 'small').demo).toBe(500);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8080, databaseUrl: undefined });
  });

  it('names every variable that is wrong, in one list', () => {
    const read = () => readConfig({ PORT: 'http', MUSTER_DEMO: 'huge', MUSTER_ADMIN_PASSWORD: 'short' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(
      /PORT: .*\n {2}MUSTER_ADMIN_PASSWORD: must have at least 12 characters\n {2}MUSTER_DEMO: must be/,
    );
  });

  it.each([
    [{ MUSTER_ADMIN_USERNAME: 'admin' }, 'set both or neither'],
    [{ TLS_CERT: 'a.pem' }, 'TLS_KEY'],
    [{ TLS_CERT: 'a.pem', TLS_KEY: 'b.pem' }, 'HTTPS_PORT'],
    [{ S3_BUCKET: 'files' }, 'S3 comes later'],
  ])('refuses what does not fit together: %j', (variables, reason) => {
    expect(() => readConfig(variables)).toThrow(reason);
  });

  it.each([
    ['true', true],
    ['2', 2],
    ['10.0.0.0/8, ::1', '10.0.0.0/8, ::1'],
  ])('reads TRUST_PROXY %s', (text, value) => {
    expect(readConfig({ TRUST_PROXY: text }).trustProxy).toBe(value);
  });
});
