import { describe, expect, test } from 'vitest';
import { columnOf, filterRows, firstOrder, sortRows, timeLeft } from '../../src/market/rows';
import { row } from './row';

const names = (rows: { symbol: string }[]) => rows.map((r) => r.symbol);

describe('sortRows', () => {
  const rows = [row('B', { rate: 2 }), row('D', { rate: null }), row('C', { rate: -3 }), row('A', { rate: null }), row('E', { rate: 2 })];

  test('puts unknown numbers last in both orders, and equal ones by symbol', () => {
    expect(names(sortRows(rows, 'rate', 'desc'))).toEqual(['B', 'E', 'C', 'A', 'D']);
    expect(names(sortRows(rows, 'rate', 'asc'))).toEqual(['C', 'B', 'E', 'A', 'D']);
  });

  test('sorts by name in both directions', () => {
    expect(names(sortRows(rows, 'symbol', 'asc'))).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(names(sortRows(rows, 'symbol', 'desc'))).toEqual(['E', 'D', 'C', 'B', 'A']);
  });

  test('gives the same order whatever order the answer came in, and leaves the answer alone', () => {
    const answer = [...rows];
    expect(sortRows(answer.toReversed(), 'rate', 'asc')).toEqual(sortRows(answer, 'rate', 'asc'));
    expect(answer).toEqual(rows);
  });
});

describe('filterRows', () => {
  const rows = [row('BTCUSDT', { volume_24h_usdt: 1e9 }), row('BTCUSDC', { volume_24h_usdt: null }), row('ETHUSDT', { volume_24h_usdt: 1e7 })];

  test('finds a text anywhere in the symbol, in any case', () => {
    expect(names(filterRows(rows, ' btc ', 0))).toEqual(['BTCUSDT', 'BTCUSDC']);
    expect(filterRows(rows, 'xyz', 0)).toEqual([]);
  });

  test('takes the least volume itself, and an unknown volume only when none is asked for', () => {
    expect(names(filterRows(rows, '', 1e7))).toEqual(['BTCUSDT', 'ETHUSDT']);
    expect(filterRows(rows, '', 0)).toHaveLength(3);
  });
});

test('columnOf takes the columns of the table and nothing else', () => {
  expect(columnOf('apr')).toBe('apr');
  expect(columnOf('reason')).toBe('volume_24h_usdt');
  expect(columnOf('constructor')).toBe('volume_24h_usdt');
});

test('firstOrder begins with A, with the soonest, else with the highest', () => {
  expect(firstOrder('symbol')).toBe('asc');
  expect(firstOrder('next_funding_time')).toBe('asc');
  expect(firstOrder('rate_8h')).toBe('desc');
});

test('timeLeft counts the minute under way', () => {
  expect(timeLeft(3_600_000 * 6 + 60_000 * 46 + 1, 0)).toBe('6:47');
  expect(timeLeft(60_000, 0)).toBe('0:01');
  expect(timeLeft(0, 60_000)).toBe('0:00');
  expect(timeLeft(null, 0)).toBeNull();
});
