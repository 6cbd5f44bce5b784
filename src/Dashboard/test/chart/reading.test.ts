import { describe, expect, it } from 'vitest';
import { readAt } from '../../src/chart/reading';
import { readGrid } from '../../src/heatmap/grid';
import { picture } from '../heatmap/pictures';

const { candles } = picture();
const grid = readGrid(picture());

describe('readAt', () => {
  it('tells what stands in the cell, and how far from the present price', () => {
    const reading = readAt(grid, candles, 100, { time: 2000, price: 112 });
    expect(reading).toMatchObject({ time: 2000, price: 110, longs: 0, shorts: 700, threshold: 0 });
    expect(reading!.distance).toBeCloseTo(10, 9);
    expect(reading!.candle).toEqual(candles[1]);
  });

  it('does not call nothing what is only too little to be told', () => {
    expect(readAt(grid, candles, 100, { time: 1000, price: 110 })).toMatchObject({ longs: 0, shorts: 0, threshold: 50 });
    expect(readAt(grid, candles, 100, { time: 3000, price: 110 })).toMatchObject({ longs: 0, shorts: 0, threshold: 0 });
  });

  it('knows time and candle beside the map', () => {
    expect(readAt(grid, candles, 100, { time: 1000, price: 500 })).toMatchObject({ time: 1000, price: null, longs: null, shorts: null, distance: null });
    expect(readAt(grid, candles, null, { time: 1000, price: 100 })).toMatchObject({ longs: 500, distance: null });
    expect(readAt(grid, candles, 100, { time: 10000, price: 100 })).toBeNull();
  });
});
