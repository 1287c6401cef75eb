import { describe, expect, it } from 'vitest';
import { apiVersions, readVersion } from './api-version.js';

describe('versions', () => {
  it('are named after their season', () => {
    const labels = new Map(apiVersions().map(({ version, label }) => [version, label]));
    expect(labels.get('20.0')).toBe("Winter '11");
    expect(labels.get('60.0')).toBe("Spring '24");
    expect(labels.get('67.0')).toBe("Summer '26");
    expect(labels.size).toBe(48);
  });

  it.each([
    ['v60.0', 60],
    ['60.0', 60],
    ['v99.0', 99],
    ['v19.0', undefined],
    ['v60', undefined],
    ['60.1', undefined],
  ])('%s is read as %s', (text, version) => {
    expect(readVersion(text)).toBe(version);
  });
});
