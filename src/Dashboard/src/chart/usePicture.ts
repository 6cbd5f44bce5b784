import { useMemo } from 'preact/hooks';
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
  const polled = usePolled<HeatmapAnswer>(`liquidation-heatmap/heatmap/${query}`, language, wholeSeconds);
  const whole = polled.data;
  const latest = usePolled<HeatmapAnswer>(whole === null ? null : `liquidation-heatmap/live/${query}`, language, latestSeconds);
  const grid = useMemo(() => (whole === null ? null : readGrid(whole)), [whole]);
  const picture = useMemo(() => {
    if (whole === null || grid === null) {
      return null;
    }

    const newer = latest.data !== null && (latest.data.meta.as_of ?? 0) >= (whole.meta.as_of ?? 0) ? latest.data : null;
    const current = newer === null ? grid : withLatest(grid, readGrid(newer));
    const candles = newer === null || current === grid ? whole.candles : [...whole.candles.filter(([time]) => time < newer.times[0]!), ...newer.candles];
    return { symbol, range, grid: current, candles };
  }, [whole, latest.data, grid, symbol, range]);
  return { picture, polled: latest.data === null ? polled : { data: latest.data, receivedAt: latest.receivedAt, error: latest.error ?? polled.error } };
}
