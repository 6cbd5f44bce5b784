import type { Candle } from '../api/contracts';
import { rowAt, type Grid } from '../heatmap/grid';
import type { Pointed } from './pointed';

/** What stands where the reader points. Prices and amounts in USDT, the distance in percent of the present price. */
export interface Reading {
  readonly time: number;
  readonly candle: Candle | null;
  /** Middle of the row that is pointed at; null beside the map. */
  readonly price: number | null;
  readonly distance: number | null;
  /** Null beside the map. */
  readonly longs: number | null;
  readonly shorts: number | null;
  /** What less than is not told here, on either side; 0 where all is told. */
  readonly threshold: number;
}

/** Reads a cell; null outside the picture. */
export function readAt(grid: Grid, candles: readonly Candle[], presentPrice: number | null, { time, price }: Pointed): Reading | null {
  const column = grid.times.indexOf(time);
  if (column < 0) {
    return null;
  }

  const row = price === null ? null : rowAt(grid, price);
  const middle = row === null ? null : grid.prices[row]!;
  const index = row === null ? null : column * grid.prices.length + row;
  return {
    time,
    candle: candles[column] ?? null,
    price: middle,
    distance: middle === null || !presentPrice ? null : (middle / presentPrice - 1) * 100,
    longs: index === null ? null : grid.longs[index]!,
    shorts: index === null ? null : grid.shorts[index]!,
    threshold: isLeftOut(grid, column, index) ? grid.threshold : 0,
  };
}

function isLeftOut(grid: Grid, column: number, index: number | null): boolean {
  return index !== null && column < grid.times.length - 1 && grid.longs[index] === 0 && grid.shorts[index] === 0;
}
