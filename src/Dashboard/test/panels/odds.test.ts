import { describe, expect, test } from 'vitest';
import { againstBaseRate, longPercent } from '../../src/panels/odds';

describe('againstBaseRate', () => {
  test.each([
    [0.47, 0.43, 'above'],
    [0.1, 0.39, 'below'],
    [0.44, 0.43, 'near'],
    [0.41, 0.43, 'near'],
    [0.03, 0, 'above'],
  ] as const)('%d against %d is %s', (probability, baseRate, expected) => {
    expect(againstBaseRate(probability, baseRate)).toBe(expected);
  });

  test('is unknown when either is not known', () => {
    expect(againstBaseRate(null, 0.4)).toBe('unknown');
    expect(againstBaseRate(0.4, null)).toBe('unknown');
  });
});

test('longPercent is what a ratio of longs to shorts says', () => {
  expect([longPercent(0), longPercent(1), longPercent(3)]).toEqual([0, 50, 75]);
});
