import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInZone, daysAfter, isTimeZone, offsetText, wallClockInstant } from './time-zones.js';

describe('wall-clock time', () => {
  it('is an instant in its zone, on both sides of summer time', () => {
    const at = (local: string, zone: string) => {
      const instant = wallClockInstant(local, zone);
      return instant === undefined ? undefined : new Date(instant).toISOString();
    };
    expect(at('2027-02-14T23:59', 'America/New_York')).toBe('2027-02-15T04:59:00.000Z');
    expect(at('2027-07-14T23:59', 'America/New_York')).toBe('2027-07-15T03:59:00.000Z');
    expect(at('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2027-03-28T02:30', 'Europe/Berlin')).toBe('2027-03-28T01:30:00.000Z');
    expect(at('2026-03-29T03:30', 'Europe/Madrid')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-11-25T09:30', 'Asia/Kolkata')).toBe('2026-11-25T04:00:00.000Z');
    expect(at('2026-11-25T00:00', 'UTC')).toBe('2026-11-25T00:00:00.000Z');
    expect(at('2027-02-30T10:00', 'UTC')).toBeUndefined();
    expect(at('2027-02-14T23:59', 'Mars/Olympus')).toBeUndefined();
    expect(isTimeZone('Europe/Madrid')).toBe(true);
  });

  it('reads back as it was written wherever clocks show it once', () => {
    const zones = fc.constantFrom(
      'UTC',
      'America/Denver',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    );
    fc.assert(
      fc.property(fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }), zones, (seconds, zone) => {
        const instant = Math.floor(seconds / 60) * 60_000;
        const parts = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'short',
        });
        const local = parts.format(instant).replace(' ', 'T');
        const back = wallClockInstant(local, zone) ?? Number.NaN;
        expect(parts.format(back).replace(' ', 'T')).toBe(local);
        expect(Math.abs(back - instant)).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });

  it('knows the offset', () => {
    expect(offsetText(Date.parse('2026-11-02T09:00:00Z'), 'America/New_York')).toBe('-05:00');
    expect(offsetText(Date.parse('2026-11-02T09:00:00Z'), 'Asia/Kolkata')).toBe('+05:30');
  });
});

describe('calendar days', () => {
  it('are those of a zone', () => {
    expect(dayInZone(Date.parse('2026-11-25T02:00:00Z'), 'America/New_York')).toBe('2026-11-24');
    expect(daysAfter('2026-02-27', 2)).toBe('2026-03-01');
    expect(daysAfter('2026-03-01', -1)).toBe('2026-02-28');
  });
});
