import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../src/format/amount';
import { formats } from '../../src/format/formats';

describe('parseAmount', () => {
  it.each([
    ['250000', 250_000],
    ['250,000', 250_000],
    ['250.000', 250_000],
    ['2,500,000', 2_500_000],
    [' 250k ', 250_000],
    ['1.5M', 1_500_000],
    ['1,5 m', 1_500_000],
    ['1.192B', 1_192_000_000],
    ['$5M', 5_000_000],
    ['1e6', 1_000_000],
    ['636.1', 636.1],
  ])('reads %s', (text, amount) => expect(parseAmount(text, 'en')).toBe(amount));

  it.each([
    ['857,1 B', 857_100],
    ['857 bin', 857_000],
    ['221,9 Mn', 221_900_000],
    ['8,46 Mr', 8_460_000_000],
  ])('reads %s in Turkish', (text, amount) => expect(parseAmount(text, 'tr')).toBe(amount));

  it.each(['', 'many', '-5', '0', '1.5.2', '5x', 'M', '1,2,3', 'Infinity'])('refuses "%s"', (text) => expect(parseAmount(text, 'en')).toBeNull());

  it.each(['en', 'tr'] as const)('reads what is written, %s', (language) => {
    for (const amount of [636, 107_200, 2_500_000, 1_192_000_000]) {
      expect(parseAmount(formats[language].money(amount), language)).toBe(amount);
    }
  });
});
