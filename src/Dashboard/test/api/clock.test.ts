import { describe, expect, test } from 'vitest';
import { clockAhead } from '../../src/api/clock';

const moment = Date.UTC(2026, 10, 23, 8);
const now = Date.UTC(2026, 10, 23, 2);

describe('clockAhead', () => {
  test('is none for an answer of now, also one that was kept for some minutes', () => {
    expect(clockAhead(moment, 6 * 3600, now)).toBe(0);
    expect(clockAhead(moment, 6 * 3600, now + 300_000)).toBe(0);
  });

  test('is the distance to the day of a recorded market', () => {
    const days = 300 * 86_400_000;
    expect(clockAhead(moment - days, 6 * 3600, now)).toBe(days);
  });

  test('is none while anything is not known', () => {
    expect([clockAhead(null, 1, now), clockAhead(moment, null, now), clockAhead(moment, 1, null)]).toEqual([0, 0, 0]);
  });
});
