import type { ScreenerRow } from '../api/contracts';
import type { View } from '../view/view';

/** Columns of the market table, in their order; each is a field of a row, and what the table can be sorted by. */
export const columns = [
  'symbol',
  'price',
  'price_change_24h',
  'volume_24h_usdt',
  'rate',
  'rate_8h',
  'apr',
  'interval_hours',
  'cap_utilisation',
  'next_funding_time',
  'index_basis',
] as const satisfies readonly (keyof ScreenerRow)[];

export type Column = (typeof columns)[number];

/** Least volumes to choose from, USDT in 24 hours. */
export const leastVolumes = [0, 1e6, 1e7, 1e8, 1e9] as const;

export type Order = View['order'];

/** The column that an address names; volume when it names none of the table's. */
export function columnOf(name: string): Column {
  return columns.find((column) => column === name) ?? 'volume_24h_usdt';
}

/** How a column is sorted when it is chosen: names from A, numbers from the highest, and what comes first in time first. */
export function firstOrder(column: Column): Order {
  return column === 'symbol' || column === 'next_funding_time' ? 'asc' : 'desc';
}

/** Sorted by a column. Unknown numbers are last in both orders; equal ones stand by symbol, so that rows do not jump between answers. */
export function sortRows(rows: readonly ScreenerRow[], column: Column, order: Order): ScreenerRow[] {
  const direction = order === 'asc' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const bySymbol = compare(a.symbol, b.symbol);
    if (column === 'symbol') {
      return direction * bySymbol;
    }

    const [left, right] = [a[column], b[column]];
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null) || bySymbol;
    }

    return direction * (left - right) || bySymbol;
  });
}

/** Those whose symbol has the text in it and whose volume is at least so much; an unknown volume is none. */
export function filterRows(rows: readonly ScreenerRow[], search: string, leastVolume: number): ScreenerRow[] {
  const text = search.trim().toUpperCase();
  return rows.filter((row) => row.symbol.includes(text) && (row.volume_24h_usdt ?? 0) >= leastVolume);
}

/** Time until a moment in hours and minutes, 6:47, the minute under way counted; null for not known. */
export function timeLeft(moment: number | null, now: number): string | null {
  if (moment === null) {
    return null;
  }

  const minutes = Math.max(0, Math.ceil((moment - now) / 60_000));
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** By code unit: the same everywhere, and ten times as fast as by a locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
