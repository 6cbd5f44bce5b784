import { describe, expect, test } from 'vitest';
import { formats, unknown } from '../../src/format/formats';

const { tr, en } = formats;

test.each(['money', 'price', 'ratio', 'time', 'age', 'countdown'] as const)('%s says what is not known', (name) => {
  for (const value of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect([tr[name](value), en[name](value)]).toEqual([unknown, unknown]);
  }
});

test.each(['number', 'percent', 'signedPercent'] as const)('%s says what is not known', (name) => {
  expect([tr[name](null, 2), en[name](undefined, 2)]).toEqual([unknown, unknown]);
});

test('money is short', () => {
  expect([0, 857_142.36, 221_898_910.58, -3_261_127.69, 8_459_643_223].map(en.money)).toEqual(['0', '857.1K', '221.9M', '-3.261M', '8.46B']);
  expect([857_142.36, 221_898_910.58, 8_459_643_223].map((amount) => tr.money(amount).replace('\u00a0', ' '))).toEqual(['857,1 B', '221,9 Mn', '8,46 Mr']);
});

describe('price', () => {
  test('has six digits from 1,000, one decimal at least from 10,000, and five digits below, in the language’s writing', () => {
    expect([92218.1, 3234.51, 999.994, 149.56, 0.0841204, 2.27e-5].map(en.price)).toEqual(['92,218.1', '3,234.51', '999.99', '149.56', '0.084120', '0.000022700']);
    expect([92218.1, 149.56].map(tr.price)).toEqual(['92.218,1', '149,56']);
  });
});

test('percents are written with their decimals, and with a sign only where it is asked for', () => {
  expect([en.percent(12.5, 1), tr.percent(12.5, 1)]).toEqual(['12.5%', '%12,5']);
  expect([0.01, -0.0805, 0].map((value) => en.signedPercent(value, 4))).toEqual(['+0.0100%', '-0.0805%', '0.0000%']);
  expect(tr.signedPercent(1234.5, 1)).toBe('+%1.234,5');
});

test('ratios have two decimals', () => {
  expect([en.ratio(0.8), tr.ratio(-0.0123), en.ratio(1234.5)]).toEqual(['0.80', '-0,01', '1,234.50']);
});

test('time is UTC', () => {
  const moment = Date.UTC(2026, 10, 23, 1, 10);
  expect([en.time(moment), tr.time(moment)]).toEqual(['23 Nov 01:10', '23 Kas 01:10']);
});

test('age changes its unit at 90 seconds, 90 minutes and 36 hours', () => {
  expect([-3, 0, 89.4, 90, 5399, 5400, 129_599, 129_600].map(en.age)).toEqual(['0 s', '0 s', '89 s', '2 min', '90 min', '2 h', '36 h', '2 d']);
  expect([5, 180, 7200, 172_800].map(tr.age)).toEqual(['5 sn', '3 dk', '2 sa', '2 gün']);
});

test('countdown goes on over a day and stops at zero', () => {
  expect([24426.7, 59, 90_000, -5].map(en.countdown)).toEqual(['6:47:06', '0:00:59', '25:00:00', '0:00:00']);
});
