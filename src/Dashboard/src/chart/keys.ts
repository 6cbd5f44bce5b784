import { rowAt, type Grid } from '../heatmap/grid';
import type { Pointed, PointedCell } from './pointed';

/** Reads the map by keyboard: arrows go from cell to cell, with Shift ten at a time, Home and End to the first and last column, Escape leaves. */
export function keysOf(grid: Grid | null, price: number | null, pointed: Pointed | null, point: (next: PointedCell | null) => void) {
  return (event: KeyboardEvent): void => {
    // With these, keys are the browser's: Alt and an arrow goes back.
    if (grid === null || grid.prices.length === 0 || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }

    if (event.key === 'Escape') {
      point(null);
      return;
    }

    const last = grid.times.length - 1;
    const present = price === null ? null : rowAt(grid, price);
    const column = pointed === null ? last : grid.times.indexOf(pointed.time);
    const from = {
      column: column < 0 ? last : column,
      row: (pointed?.price == null ? null : rowAt(grid, pointed.price)) ?? present ?? grid.prices.length >> 1,
    };
    const step = event.shiftKey ? 10 : 1;
    const moves: Record<string, { column: number; row: number }> = {
      ArrowLeft: { ...from, column: from.column - step },
      ArrowRight: { ...from, column: from.column + step },
      ArrowUp: { ...from, row: from.row + step },
      ArrowDown: { ...from, row: from.row - step },
      Home: { ...from, column: 0 },
      End: { ...from, column: last },
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      point({ time: grid.times[within(next.column, last)]!, price: grid.prices[within(next.row, grid.prices.length - 1)]! });
    }
  };
}

function within(index: number, last: number): number {
  return Math.min(Math.max(index, 0), last);
}
