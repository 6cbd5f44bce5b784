import { describe, expect, test } from 'vitest';
import { csvName, csvOf } from '../../src/market/csv';
import { row } from './row';

describe('csvOf', () => {
  test('writes a header, numbers with a point, times in UTC and nothing for the unknown', () => {
    const csv = csvOf([row('SATSUSDT', { price: 2.27e-5, rate: -0.0805, cap_utilisation: null, index_basis: -0.5 })], 'binance');
    expect(csv).toBe(
      '\uFEFFsymbol,price,price_change_24h,volume_24h_usdt,rate,rate_8h,apr,interval_hours,cap_utilisation,next_funding_time,index_basis,source\r\n' +
        'SATSUSDT,0.0000227,0,1000000,-0.0805,0.01,10.95,8,,2026-11-23T08:00:00.000Z,-0.5,binance\r\n',
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('writes the text %j so that no spreadsheet runs it', (symbol) => {
    expect(csvOf([row(symbol)], 'binance').split('\r\n')[1]).toMatch(new RegExp(`^'`));
  });

  test('quotes what would end a cell or a line', () => {
    expect(csvOf([row('A"B,C')], 'binance')).toContain('\n"A""B,C",');
  });

  test('says on each row what is not the market', () => {
    const [, first, second] = csvOf([row('A'), row('B')], 'paper-simulated').split('\r\n');
    expect([first, second].every((line) => line?.endsWith(',paper-simulated'))).toBe(true);
  });
});

test('csvName has the time in UTC and says what is not the market', () => {
  const time = Date.UTC(2026, 10, 23, 1, 5, 9);
  expect(csvName('binance', time)).toBe('market-2026-11-23T010509Z.csv');
  expect(csvName('paper-simulated', time)).toBe('market-2026-11-23T010509Z-paper-simulated.csv');
});
