import { describe, expect, it } from 'vitest';
import { matchPath, splitPath } from './path.js';

describe('splitPath', () => {
  it('drops repeated and trailing slashes and decodes each segment by itself', () => {
    expect(splitPath('//services/data//v60.0/sobjects/A/Ext__c/a%2Fb%20c/')).toEqual([
      'services',
      'data',
      'v60.0',
      'sobjects',
      'A',
      'Ext__c',
      'a/b c',
    ]);
  });

  it('gives nothing for encoding that is damaged', () => {
    expect(splitPath('/services/%zz')).toBeUndefined();
  });
});

describe('matchPath', () => {
  it('fits fixed segments in any case and keeps the case of parameters', () => {
    expect(matchPath(['sobjects', ':object', 'describe'], ['SObjects', 'Account', 'DESCRIBE'])).toEqual({
      object: 'Account',
    });
  });

  it('lets a star stand for the rest, which may be nothing', () => {
    expect(matchPath(['jobs', '*'], ['jobs'])).toEqual({});
    expect(matchPath(['jobs', '*'], ['jobs', 'ingest', '1'])).toEqual({});
    expect(matchPath(['jobs', '*'], ['limits'])).toBeUndefined();
  });
});
