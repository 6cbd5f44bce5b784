import { describe, expect, it } from 'vitest';
import { alignTo } from '../../src/chart/align';

const read = ({ value }: { value: number }) => value;

describe('alignTo', () => {
  it('gives each column the last value before its end', () => {
    const points = [{ time: 5, value: 1 }, { time: 20, value: 2 }, { time: 29, value: 3 }, { time: 40, value: 4 }];
    expect(alignTo([0, 10, 20, 30], 10, points, read)).toEqual([1, 1, 3, 3]);
  });

  it('knows nothing before the first value, nor long after the last', () => {
    expect(alignTo([0, 10, 20, 30], 10, [{ time: 12, value: 1 }], read, 10)).toEqual([null, 1, 1, null]);
  });

  it('knows nothing of nothing', () => {
    expect(alignTo([0, 10], 10, [], read)).toEqual([null, null]);
    expect(alignTo([0], 10, [{ time: 1, value: Number.NaN }], () => null)).toEqual([null]);
  });
});
