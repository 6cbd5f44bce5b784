/** How a status looks beside its word, so that it is never told by colour alone. */
export interface Look {
  readonly shape: '▲' | '▼' | '●' | '◆';
  readonly tone: 'up' | 'down' | 'warn' | 'plain';
}

const calm: Look = { shape: '●', tone: 'plain' };
const notable: Look = { shape: '◆', tone: 'plain' };
const warning: Look = { shape: '◆', tone: 'warn' };
const up: Look = { shape: '▲', tone: 'up' };
const down: Look = { shape: '▼', tone: 'down' };

const looks: Readonly<Record<string, Look>> = {
  NEUTRAL: calm,
  NORMAL: calm,
  BALANCED: calm,
  FLAT: calm,
  ALIGNED: calm,
  NONE: calm,
  NOT_APPLICABLE: calm,
  not_applicable: calm,
  cleared: calm,
  ELEVATED: notable,
  HIGH: warning,
  EXTREME: warning,
  POSSIBLE: notable,
  LIKELY: warning,
  SHORTENED: warning,
  stale: warning,
  missing: warning,
  fired: warning,
  BULLISH: up,
  EXTREME_BULLISH: { shape: '▲', tone: 'warn' },
  BEARISH: down,
  EXTREME_BEARISH: { shape: '▼', tone: 'warn' },
  CONTANGO: up,
  BACKWARDATION: down,
  // Which way that matters differs: many long accounts are a bet on a rise, many long liquidations a risk in a fall.
  LONG_HEAVY: notable,
  SHORT_HEAVY: notable,
  TOP_MORE_LONG: up,
  TOP_MORE_SHORT: down,
  PRICE_UP_OI_UP: up,
  PRICE_UP_OI_DOWN: up,
  PRICE_DOWN_OI_UP: down,
  PRICE_DOWN_OI_DOWN: down,
};

/** The look of a status of the services; a status that this page does not know yet stands out without a colour. */
export function lookOf(status: string): Look {
  return looks[status] ?? notable;
}
