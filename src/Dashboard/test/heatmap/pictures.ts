import type { HeatmapAnswer } from '../../src/api/contracts';

/** A picture of three columns and two rows as the service sends it; rows of 10 %. */
export function picture(parts: Partial<HeatmapAnswer> = {}): HeatmapAnswer {
  return {
    symbol: 'BTCUSDT',
    quote_asset: 'USDT',
    current_price: 100,
    times: [1000, 2000, 3000],
    prices: [100, 110],
    row_percent: 10,
    cells: [
      [0, 0, 500, 0],
      [1, 1, 0, 700],
      [2, 0, 40, 2],
    ],
    threshold_usd: 50,
    candles: [
      [1000, 99, 101, 98, 100],
      [2000, 100, 106, 99, 105],
      [3000, 105, 105, 100, 100],
    ],
    risk_warning: '',
    meta: { source: 'paper-simulated', as_of: 3500, stale: false, model_version: 'test', missing_inputs: [], warnings: [] },
    ...parts,
  };
}
