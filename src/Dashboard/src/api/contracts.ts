/** Answers of the services, as far as the page shows them. Prices and money in USDT, rates and shares in percent, times in Unix ms;
 * only what the liquidation service says of probabilities and shares is a fraction. */

export interface Meta {
  source: 'binance' | 'paper-simulated' | 'paper-recorded';
  as_of: number | null;
  stale: boolean;
  model_version: string;
  missing_inputs: string[];
  warnings: { code: string; message: string }[];
}

interface Answer {
  symbol: string;
  risk_warning: string;
  meta: Meta;
}

export type Side = 'LONG' | 'SHORT';

/** How far back a picture goes. */
export const ranges = ['12h', '24h', '3d', '7d', '30d'] as const;
export type Range = (typeof ranges)[number];

export interface Zone {
  price: number;
  leverage: number;
  volume: number;
  distance_percent: number;
}

export interface WhaleTarget {
  price: number;
  side: Side;
  total_volume: number;
  cluster_size: number;
  risk_level: 'LOW' | 'MEDIUM' | 'HIGH' | 'EXTREME';
  distance_percent: number;
}

export interface Level {
  price: number;
  volume: number;
  distance_percent: number;
}

/** A skill with its 95 % interval. */
export interface Skill {
  value: number;
  low: number;
  high: number;
}

export interface Cascade {
  upside: number | null;
  downside: number | null;
  dominant_direction: 'UP' | 'DOWN' | 'BALANCED' | 'UNKNOWN';
  horizon_hours: number;
  multiple: number;
  calibrated: boolean;
  base_rate_up: number | null;
  base_rate_down: number | null;
  brier_skill_up: Skill | null;
  brier_skill_down: Skill | null;
  sample: { symbol: string; start_time: number; end_time: number; hours: number } | null;
}

export interface Calibration {
  liquidated_share: number;
  symbol: string;
  exchanges: string[];
  start_time: number;
  end_time: number;
}

/** `/analyze/{symbol}` of the liquidation heatmap. */
export interface LiquidationAnswer extends Answer {
  quote_asset: string;
  current_price: number | null;
  range: { name: Range; high: number; low: number; change_percent: number; liquidated_longs: number; liquidated_shorts: number } | null;
  whale_targets: WhaleTarget[];
  levels: { nearest_long: Level | null; strongest_long: Level | null; nearest_short: Level | null; strongest_short: Level | null };
  moves: { percent: number; long_volume: number; short_volume: number; expected_long_liquidations: number; expected_short_liquidations: number }[];
  cascade_probability: Cascade | null;
  market_pressure: { status: string; signal: string; long_share: number | null; long_volume: number | null; short_volume: number | null } | null;
  calibration: Calibration;
}

/** `[time, open, high, low, close]`. */
export type Candle = [number, number, number, number, number];

/** `[column, row, longs, shorts]`. */
export type Cell = [number, number, number, number];

/** `/heatmap/{symbol}`, and `/live/{symbol}`, which has the last two columns of it. */
export interface HeatmapAnswer extends Answer {
  quote_asset: string;
  current_price: number | null;
  times: number[];
  prices: number[];
  row_percent: number;
  cells: Cell[];
  threshold_usd: number;
  candles: Candle[];
}

/** `[price, volume, cumulative_volume, cumulative_expected_liquidations]`, from the present price outwards. */
export type MapRow = [number, number, number, number];

/** `/map/{symbol}`. */
export interface MapAnswer extends Answer {
  current_price: number | null;
  longs: MapRow[];
  shorts: MapRow[];
  total_long_volume: number;
  total_short_volume: number;
}

/** Where a number stands among its own past. */
export interface Standing {
  percentile: number;
  robust_z: number | null;
  n: number;
}

/** State of one input of the funding service. */
export interface Block {
  status: string;
  as_of: number | null;
  age_seconds: number | null;
  reason: string | null;
  code: string | null;
}

export interface AccountRatio {
  ratio: number;
  long: number | null;
  short: number | null;
  standing: Standing | null;
  timestamp: number;
}

/** `/analyze/{symbol}` of the funding service. */
export interface FundingAnswer extends Answer {
  funding_rate: {
    current: number | null;
    status: 'UNKNOWN' | 'NEUTRAL' | 'BULLISH' | 'BEARISH' | 'EXTREME_BULLISH' | 'EXTREME_BEARISH';
    level: 'NORMAL' | 'ELEVATED' | 'HIGH' | 'EXTREME' | 'INSUFFICIENT_HISTORY' | null;
    warning: string;
    next_funding_time: number | null;
    countdown_seconds: number | null;
    interval_hours: number;
    rate_8h: number | null;
    apr: number | null;
    last_settled: { rate: number; time: number } | null;
    cap: number | null;
    floor: number | null;
    cap_utilisation: number | null;
    interval_risk: { status: string; reason: string } | null;
    projected: { low: number; high: number; premium: number } | null;
    realised: { days: number; rate: number; settlements: number; complete: boolean }[];
    streak: { side: 'LONGS_PAY' | 'SHORTS_PAY'; settlements: number; since: number; at_least: boolean } | null;
    standings: ({ days: number } & Standing)[];
  } | null;
  open_interest: {
    value: number;
    value_usdt: number | null;
    changes: {
      window: string;
      contracts_percent: number;
      usdt: number | null;
      usdt_percent: number | null;
      price_percent: number;
      standing: Standing | null;
    }[];
    standing: Standing | null;
    range_30d: { low: number; high: number; position: number | null } | null;
    to_volume_24h: number | null;
    to_market_cap: number | null;
    quadrant: { window: string; status: string; signal: string; price_percent: number; contracts_percent: number } | null;
  } | null;
  basis: {
    value: number;
    status: 'NORMAL' | 'CONTANGO' | 'BACKWARDATION';
    signal: string;
    spot_price: number;
    futures_price: number;
    spot_source: 'spot' | 'index';
    index_price: number | null;
    index_basis: number | null;
    executable: { buy_spot_sell_futures: number; sell_spot_buy_futures: number } | null;
    dead_band: number;
    standing: Standing | null;
    kind: 'perpetual' | 'delivery';
    days_to_expiry: number | null;
    annualised: number | null;
  } | null;
  long_short_ratio: { value: number; status: 'BALANCED' | 'LONG_HEAVY' | 'SHORT_HEAVY'; signal: string } | null;
  positioning: {
    global_accounts: AccountRatio | null;
    top_accounts: AccountRatio | null;
    top_positions: AccountRatio | null;
    taker: { ratio: number | null; buy_volume: number; sell_volume: number; standing: Standing | null; timestamp: number } | null;
    divergence: { value: number; status: string; signal: string; standing: Standing | null } | null;
  } | null;
  alerts: {
    key: string;
    metric: string;
    side: 'LONGS_PAY' | 'SHORTS_PAY';
    level: 'ELEVATED' | 'HIGH' | 'EXTREME' | 'NORMAL' | 'INSUFFICIENT_HISTORY';
    state: string;
    fired_at: number;
    cleared_at: number | null;
    provisional: boolean;
    reason: string;
  }[];
  blocks: Record<string, Block>;
}

/** A point of `/history/{symbol}`; the metric decides which numbers it has. */
export interface HistoryPoint {
  time: number;
  rate?: number;
  rate_8h?: number;
  contracts?: number;
  value_usdt?: number | null;
  basis?: number;
}

/** `/history/{symbol}`. */
export interface HistoryAnswer extends Answer {
  metric: 'funding' | 'open_interest' | 'basis' | 'long_short';
  points: HistoryPoint[];
  status: string;
  reason: string | null;
}

/** A row of `/screener`. */
export interface ScreenerRow {
  symbol: string;
  base_asset: string;
  quote_asset: string;
  rate: number | null;
  interval_hours: number | null;
  rate_8h: number | null;
  apr: number | null;
  cap_utilisation: number | null;
  next_funding_time: number | null;
  seconds_to_funding: number | null;
  mark_price: number | null;
  index_basis: number | null;
  price: number | null;
  price_change_24h: number | null;
  volume_24h_usdt: number | null;
  status: string;
  reason: string | null;
}

/** `/screener`. */
export interface ScreenerAnswer {
  total: number;
  count: number;
  rows: ScreenerRow[];
  as_of: number;
  risk_warning: string;
  meta: Meta;
}
