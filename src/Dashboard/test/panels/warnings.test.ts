import { expect, test } from 'vitest';
import type { Meta } from '../../src/api/contracts';
import { fundingWarningsOf, warningsOf } from '../../src/panels/warnings';

const meta = (...codes: string[]): Meta => ({
  source: 'paper-simulated',
  as_of: 1,
  stale: false,
  model_version: 'funding-2',
  missing_inputs: [],
  warnings: codes.map((code) => ({ code, message: `About ${code}.` })),
});

test('warnings are those that nothing else on the page says', () => {
  expect(warningsOf(meta('simulated_data', 'thin_history', 'calibrated_on_btc')).map(({ code }) => code)).toEqual(['thin_history']);
});

test('a warning of the funding service stands in the card that it is about, unless a block has said it', () => {
  const taker = { status: 'missing', as_of: null, age_seconds: null, reason: 'About taker_missing.', code: 'taker_missing' };
  const answer = { meta: meta('not_trading', 'open_interest_value_missing', 'spot_mismatch', 'taker_missing', 'top_accounts_missing'), blocks: { taker } };
  const codes = (['funding', 'openInterest', 'basis', 'positioning'] as const).map((card) => fundingWarningsOf(answer, card).map(({ code }) => code));
  expect(codes).toEqual([['not_trading'], ['open_interest_value_missing'], ['spot_mismatch'], ['top_accounts_missing']]);
});
