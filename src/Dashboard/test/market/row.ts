import type { ScreenerRow } from '../../src/api/contracts';

/** A row of the screener, with what a test is about. */
export function row(symbol: string, parts: Partial<ScreenerRow> = {}): ScreenerRow {
  return {
    symbol,
    base_asset: symbol.replace(/USD[TC]$/, ''),
    quote_asset: 'USDT',
    rate: 0.01,
    interval_hours: 8,
    rate_8h: 0.01,
    apr: 10.95,
    cap_utilisation: 3.3,
    next_funding_time: 1795420800000,
    seconds_to_funding: 24_000,
    mark_price: 1,
    index_basis: 0,
    price: 1,
    price_change_24h: 0,
    volume_24h_usdt: 1e6,
    status: 'ok',
    reason: null,
    ...parts,
  };
}
