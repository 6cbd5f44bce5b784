import type { HeatmapAnswer } from '../api/contracts';

/** Which positions a cell shows. */
export type Sides = 'both' | 'long' | 'short';

/** The liquidation levels that stand at a time and price, USDT, of columns of time and rows of price. */
export interface Grid {
  /** Start of each column, Unix ms. */
  readonly times: readonly number[];
  /** Middle of each row, USDT, from low to high. */
  readonly prices: readonly number[];
  /** Lower edge of each row and upper edge of the last, USDT: rows touch each other. */
  readonly edges: readonly number[];
  /** Column after column, each from low to high; 0 where nothing worth telling stands. */
  readonly longs: Float64Array;
  readonly shorts: Float64Array;
  /** What is less on both sides is left out of all columns but the last, USDT. */
  readonly threshold: number;
}

/** Reads a picture as it is sent. */
export function readGrid({ times, prices, row_percent, cells, threshold_usd }: HeatmapAnswer): Grid {
  const longs = new Float64Array(times.length * prices.length);
  const shorts = new Float64Array(longs.length);
  for (const [column, row, long, short] of cells) {
    const index = column * prices.length + row;
    longs[index] = long;
    shorts[index] = short;
  }

  return { times, prices, edges: edgesOf(prices, row_percent / 100), longs, shorts, threshold: threshold_usd };
}

// Rows are of equal percentages: their edges lie at geometric means.
function edgesOf(prices: readonly number[], height: number): number[] {
  const ratio = Math.sqrt(1 + height);
  return prices.length === 0 ? [] : [...prices.map((price) => price / ratio), prices.at(-1)! * ratio];
}

/** Lays newer columns over the end of a picture. The picture as it was, when they are of other rows or leave a gap: the next whole one mends that. */
export function withLatest(grid: Grid, latest: Grid): Grid {
  const rows = grid.prices.length;
  const first = latest.times[0];
  const start = first === undefined ? -1 : grid.times.indexOf(first);
  if (start < 0 || latest.prices.length !== rows || !latest.prices.every((price, row) => price === grid.prices[row])) {
    return grid;
  }

  const lay = (before: Float64Array, after: Float64Array) => {
    const all = new Float64Array(start * rows + after.length);
    all.set(before.subarray(0, start * rows));
    all.set(after, start * rows);
    return all;
  };
  return {
    ...grid,
    times: [...grid.times.slice(0, start), ...latest.times],
    longs: lay(grid.longs, latest.longs),
    shorts: lay(grid.shorts, latest.shorts),
  };
}

/** What a cell holds of the sides that are looked at, USDT. */
export function amountAt(grid: Grid, index: number, sides: Sides): number {
  return (sides === 'short' ? 0 : grid.longs[index]!) + (sides === 'long' ? 0 : grid.shorts[index]!);
}

/** The heaviest cell of the sides that are looked at, USDT; 0 in an empty picture. */
export function heaviest(grid: Grid, sides: Sides): number {
  let most = 0;
  for (let index = 0; index < grid.longs.length; index++) {
    most = Math.max(most, amountAt(grid, index, sides));
  }

  return most;
}

/** The row that a price lies in; null outside the picture. */
export function rowAt(grid: Grid, price: number): number | null {
  const { edges } = grid;
  if (edges.length === 0 || !(price >= edges[0]!) || price >= edges.at(-1)!) {
    return null;
  }

  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (price >= edges[middle]!) {
      low = middle;
    } else {
      high = middle;
    }
  }

  return low;
}
