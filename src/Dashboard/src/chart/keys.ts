import { rowAt, type Grid } from '../heatmap/grid';
import type { Pointed } from './marketChart';

/** Reads the map by keyboard: arrows go from cell to cell, with Shift ten at a time, Home and End to the first and last column, Escape leaves. */
export function keysOf(grid: Grid | null, price: number | null, pointed: Pointed | null, point: (next: { column: number; price: number } | null) => void) {
  return (event: KeyboardEvent): void => {
    if (grid === null || grid.prices.length === 0) {
      return;
    }

    if (event.key === 'Escape') {
      point(null);
      return;
    }

    const present = price === null ? null : rowAt(grid, price);
    const from = {
      column: pointed?.column ?? grid.times.length - 1,
      row: (pointed?.price == null ? null : rowAt(grid, pointed.price)) ?? present ?? grid.prices.length >> 1,
    };
    const step = event.shiftKey ? 10 : 1;
    const moves: Record<string, { column: number; row: number }> = {
      ArrowLeft: { ...from, column: from.column - step },
      ArrowRight: { ...from, column: from.column + step },
      ArrowUp: { ...from, row: from.row + step },
      ArrowDown: { ...from, row: from.row - step },
      Home: { ...from, column: 0 },
      End: { ...from, column: grid.times.length - 1 },
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      const row = Math.min(Math.max(next.row, 0), grid.prices.length - 1);
      point({ column: Math.min(Math.max(next.column, 0), grid.times.length - 1), price: grid.prices[row]! });
    }
  };
}
