import { describe, expect, it } from 'vitest';
import { heaviest, readGrid, rowAt, withLatest } from '../../src/heatmap/grid';
import { picture } from './pictures';

describe('readGrid', () => {
  it('puts every cell where its indices say', () => {
    const grid = readGrid(picture());
    expect([...grid.longs]).toEqual([500, 0, 0, 0, 40, 0]);
    expect([...grid.shorts]).toEqual([0, 0, 0, 700, 2, 0]);
  });

  it('keeps whole USDT of the largest amounts', () => {
    expect(readGrid(picture({ cells: [[0, 0, 123_456_789_013, 0]] })).longs[0]).toBe(123_456_789_013);
  });

  it('has one edge between two rows, at their geometric mean', () => {
    const { edges } = readGrid(picture());
    expect(edges).toHaveLength(3);
    expect(edges[1]).toBeCloseTo(Math.sqrt(100 * 110), 9);
    expect(edges[2]! / edges[1]!).toBeCloseTo(1.1, 9);
  });

  it('takes an empty picture', () => {
    const grid = readGrid(picture({ times: [], prices: [], cells: [] }));
    expect(grid.edges).toEqual([]);
    expect(heaviest(grid, 'both')).toBe(0);
    expect(rowAt(grid, 100)).toBeNull();
  });
});

describe('rowAt', () => {
  const grid = readGrid(picture());
  it.each([
    [100, 0],
    [104.8, 0],
    [104.9, 1],
    [115.3, 1],
  ])('finds %d in row %d', (price, row) => expect(rowAt(grid, price)).toBe(row));
  it.each([95, 115.4, Number.NaN])('finds nothing for %d', (price) => expect(rowAt(grid, price)).toBeNull());
});

describe('heaviest', () => {
  it('looks at the chosen side only', () => {
    const grid = readGrid(picture({ cells: [[0, 0, 30, 40]] }));
    expect([heaviest(grid, 'both'), heaviest(grid, 'long'), heaviest(grid, 'short')]).toEqual([70, 30, 40]);
  });
});

describe('withLatest', () => {
  const grid = readGrid(picture());
  const latest = (parts: Parameters<typeof picture>[0]) => readGrid(picture({ times: [2000, 3000], cells: [[1, 1, 0, 9]], ...parts }));

  it('replaces the columns that it has', () => {
    const merged = withLatest(grid, latest({}));
    expect(merged.times).toEqual([1000, 2000, 3000]);
    expect([...merged.longs]).toEqual([500, 0, 0, 0, 0, 0]);
    expect([...merged.shorts]).toEqual([0, 0, 0, 0, 0, 9]);
  });

  it('adds a column that is new', () => {
    const merged = withLatest(grid, latest({ times: [3000, 4000] }));
    expect(merged.times).toEqual([1000, 2000, 3000, 4000]);
    expect(merged.shorts[7]).toBe(9);
  });

  it.each([
    ['a gap', { times: [5000, 6000] }],
    ['other rows', { prices: [100, 111] }],
    ['more rows', { prices: [100, 110, 121] }],
    ['nothing', { times: [], cells: [] }],
  ])('leaves the picture as it is before %s', (_, parts) => expect(withLatest(grid, latest(parts))).toBe(grid));
});
