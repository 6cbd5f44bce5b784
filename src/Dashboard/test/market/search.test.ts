import { describe, expect, test } from 'vitest';
import { searchSymbols, symbolOf } from '../../src/market/search';
import { row } from './row';

describe('searchSymbols', () => {
  const rows = [
    row('WBTCUSDT', { volume_24h_usdt: 9e9 }),
    row('BTCDOMUSDT', { volume_24h_usdt: 1e6 }),
    row('BTCUSDC', { volume_24h_usdt: null }),
    row('BTCUSDT', { volume_24h_usdt: 5e9 }),
    row('1000PEPEUSDT', { volume_24h_usdt: 1e8 }),
  ];
  const found = (text: string, limit = 10) => searchSymbols(rows, text, limit).map((r) => r.symbol);

  test('offers the base asset itself first, then what begins so, then what has it in it', () => {
    expect(found('btc')).toEqual(['BTCUSDT', 'BTCUSDC', 'BTCDOMUSDT', 'WBTCUSDT']);
  });

  test('finds what stands behind a multiple', () => {
    expect(found('pepe')).toEqual(['1000PEPEUSDT']);
  });

  test('offers the most traded without a text, as many as asked for', () => {
    expect(found('', 2)).toEqual(['WBTCUSDT', 'BTCUSDT']);
  });

  test('offers nothing for what is not there', () => {
    expect(found('NOPE')).toEqual([]);
  });
});

test('symbolOf writes as the exchange does', () => {
  expect(symbolOf(' btcusdt_261225 ')).toBe('BTCUSDT_261225');
});
