import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Candle, HeatmapAnswer, Range } from '../api/contracts';
import { usePolled, type Polled } from '../api/usePolled';
import { readGrid, withLatest, type Grid } from '../heatmap/grid';
import type { Language } from '../language/language';

/** The whole picture is 90 KB, its last two columns 5: what can have changed comes often, the rest seldom. */
const wholeSeconds = 60;
const latestSeconds = 5;

/** Map and candles on the same columns. */
export interface Picture {
  readonly symbol: string;
  readonly range: Range;
  readonly grid: Grid;
  readonly candles: readonly Candle[];
}

/** The picture of a contract, its last columns as of now. */
export function usePicture(symbol: string, range: Range, language: Language): { readonly picture: Picture | null; readonly polled: Polled<HeatmapAnswer> } {
  const query = `${encodeURIComponent(symbol)}?range=${range}`;
  const [isBehind, setBehind] = useState(false);
  const polled = usePolled<HeatmapAnswer>(`liquidation-heatmap/heatmap/${query}`, language, isBehind ? latestSeconds : wholeSeconds);
  const whole = polled.data;
  const latest = usePolled<HeatmapAnswer>(whole === null ? null : `liquidation-heatmap/live/${query}`, language, latestSeconds);
  const newer = whole !== null && latest.data !== null && (latest.data.meta.as_of ?? 0) >= (whole.meta.as_of ?? 0) ? latest.data : null;

  const grid = useMemo(() => (whole === null ? null : readGrid(whole)), [whole]);
  const current = useMemo(() => (grid === null || newer === null ? grid : withLatest(grid, readGrid(newer))), [grid, newer]);
  // Rows follow the price, and a page that was not looked at for long misses columns.
  useEffect(() => setBehind(newer !== null && current === grid), [newer, current, grid]);
  const picture = useMemo(
    () => (whole === null || current === null ? null : { symbol, range, grid: current, candles: newer === null ? whole.candles : withNewest(whole.candles, newer.candles) }),
    [whole, newer, current, symbol, range],
  );
  return { picture, polled: { data: newer ?? whole, receivedAt: (newer === null ? polled : latest).receivedAt, error: latest.error ?? polled.error } };
}

// Whatever has become of the rows, a candle is a candle; but none without those before it.
function withNewest(candles: readonly Candle[], newest: readonly Candle[]): readonly Candle[] {
  const start = candles.findIndex(([time]) => time === newest[0]?.[0]);
  return start < 0 ? candles : [...candles.slice(0, start), ...newest];
}
