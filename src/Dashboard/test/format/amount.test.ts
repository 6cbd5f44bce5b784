import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../src/format/amount';

describe('parseAmount', () => {
  it.each([
    ['250000', 250_000],
    [' 250k ', 250_000],
    ['1.5M', 1_500_000],
    ['1,5 m', 1_500_000],
    ['2B', 2e9],
  ])('reads %s', (text, amount) => expect(parseAmount(text)).toBe(amount));
  it.each(['', 'many', '-5', '0', '1.5.2', '5x', '1e9', 'M'])('refuses "%s"', (text) => expect(parseAmount(text)).toBeNull());
});
