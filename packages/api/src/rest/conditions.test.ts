import { describe, expect, it } from 'vitest';
import { changeCondition, isNotModified, meetsConditions, validatorHeaders } from './conditions.js';

const modifiedAt = Date.UTC(2026, 10, 25, 7, 42, 28);
const stored = { version: 3, modifiedAt };
const at = (seconds: number) => new Date(modifiedAt + seconds * 1000).toUTCString();

it('gives a record a strong tag and the second it was changed in', () => {
  expect(validatorHeaders(stored)).toEqual({ etag: '"3"', 'last-modified': 'Wed, 25 Nov 2026 07:42:28 GMT' });
});

describe('a read', () => {
  it.each([
    [{ 'if-none-match': '"3"' }, true],
    [{ 'if-none-match': 'W/"3"' }, true],
    [{ 'if-none-match': '"1", "3"' }, true],
    [{ 'if-none-match': '*' }, true],
    [{ 'if-none-match': '"2"' }, false],
    [{ 'if-none-match': '"2"', 'if-modified-since': at(10) }, false],
    [{ 'if-modified-since': at(0) }, true],
    [{ 'if-modified-since': at(-1) }, false],
    [{ 'if-modified-since': 'some day' }, false],
    [{}, false],
  ])('with %j is answered with nothing new: %s', (headers, expected) => {
    expect(isNotModified(headers, stored)).toBe(expected);
  });

  it.each([
    [{ 'if-match': '"3"' }, true],
    [{ 'if-match': '"2"' }, false],
    [{ 'if-match': 'W/"3"' }, false],
    [{ 'if-unmodified-since': at(0) }, true],
    [{ 'if-unmodified-since': at(-1) }, false],
    [{ 'if-unmodified-since': 'some day' }, true],
    [{}, true],
  ])('with %j goes on: %s', (headers, expected) => {
    expect(meetsConditions(headers, stored)).toBe(expected);
  });
});

describe('a change', () => {
  it.each([
    [{ 'if-match': '"3"' }, true],
    [{ 'if-match': '3' }, true],
    [{ 'if-match': '*' }, true],
    [{ 'if-match': '"4", "5"' }, false],
    [{ 'if-match': '"U5iWijwWbQD18jeiXwsqxeGpZQk=-gzip"' }, false],
    [{ 'if-match': '"3"', 'if-unmodified-since': at(-1) }, true],
    [{ 'if-none-match': '*' }, false],
    [{ 'if-none-match': '"3"' }, false],
    [{ 'if-none-match': '"2"' }, true],
    [{ 'if-unmodified-since': at(0) }, true],
    [{ 'if-unmodified-since': at(-1) }, false],
  ])('with %j is made: %s', (headers, expected) => {
    expect(changeCondition(headers)?.(stored)).toBe(expected);
  });

  it('that asks nothing has no condition', () => {
    expect(changeCondition({ 'if-modified-since': at(0) })).toBeUndefined();
  });

  it('of a record that is not there yet meets If-None-Match: * and no other', () => {
    expect(changeCondition({ 'if-none-match': '*' })?.(undefined)).toBe(true);
    expect(changeCondition({ 'if-match': '*' })?.(undefined)).toBe(false);
    expect(changeCondition({ 'if-unmodified-since': at(0) })?.(undefined)).toBe(false);
  });

  it.each([
    { 'if-match': 'abc' },
    { 'if-match': '' },
    { 'if-none-match': '"1" "2"' },
    { 'if-unmodified-since': 'some day' },
  ])('with %j is refused', (headers) => {
    expect(() => changeCondition(headers)).toThrow(/cannot be read/);
  });
});
