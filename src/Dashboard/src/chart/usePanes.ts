import { useMemo } from 'preact/hooks';
import type { HistoryAnswer, HistoryPoint, Range } from '../api/contracts';
import { usePolled, type Polled } from '../api/usePolled';
import { useTexts, type Language } from '../language/language';
import { alignTo } from './align';
import type { Pane, PaneName } from './marketChart';
import { chartTexts } from './texts';

/** Histories get a new point every five minutes at most. */
const historySeconds = 60;

const minute = 60_000;

/** Length of the columns of a picture, by its range: also the name of the exchange's period of that length. */
const columns: Record<Range, { readonly period: string; readonly length: number }> = {
  '12h': { period: '5m', length: 5 * minute },
  '24h': { period: '5m', length: 5 * minute },
  '3d': { period: '30m', length: 30 * minute },
  '7d': { period: '30m', length: 30 * minute },
  '30d': { period: '2h', length: 120 * minute },
};

/** A settled rate stands until the next: at most a day. */
const longestInterval = 24 * 60 * minute;

/** Funding, open interest and basis on the picture's columns: a value a column, null where none is known, and why. */
export function usePanes(symbol: string, range: Range, language: Language, times: readonly number[]): Record<PaneName, Pane> {
  const texts = useTexts(chartTexts);
  const { period, length } = columns[range];
  const history = (query: string) => (times.length === 0 ? null : `funding-derivatives/history/${encodeURIComponent(symbol)}?${query}`);
  const funding = usePolled<HistoryAnswer>(history('metric=funding'), language, historySeconds);
  const openInterest = usePolled<HistoryAnswer>(history(`metric=open_interest&period=${period}`), language, historySeconds);
  const basis = usePolled<HistoryAnswer>(history(`metric=basis&period=${period}`), language, historySeconds);
  return useMemo(() => {
    const pane = ({ data, error }: Polled<HistoryAnswer>, read: (point: HistoryPoint) => number | null | undefined, longestAge: number): Pane => ({
      values: alignTo(times, length, data?.points ?? [], read, longestAge),
      note: data === null ? (error?.message ?? '') : error !== null ? texts.notNow : data.points.length === 0 ? (data.reason ?? texts.nothing) : '',
    });
    return {
      funding: pane(funding, ({ rate_8h }) => rate_8h, longestInterval),
      openInterest: pane(openInterest, ({ value_usdt }) => value_usdt, 2 * length),
      basis: pane(basis, ({ basis: value }) => value, 2 * length),
    };
  }, [times, length, funding, openInterest, basis, texts]);
}
