import { expect, test } from 'vitest';
import { isUnusual } from '../../src/panels/standing';

test.each([
  [0, 300, true],
  [5, 20, true],
  [5.1, 300, false],
  [94.9, 300, false],
  [95, 300, true],
  [100, 19, false],
])('percentile %d of %d readings: %s', (percentile, n, expected) => {
  expect(isUnusual({ percentile, robust_z: null, n })).toBe(expected);
});
