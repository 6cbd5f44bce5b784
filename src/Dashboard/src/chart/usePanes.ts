import { useMemo } from 'preact/hooks';
import type { HistoryAnswer, Range } from '../api/contracts';
import { usePolled } from '../api/usePolled';
import type { Language } from '../language/language';
import { alignTo } from './align';
import type { PaneName } from './marketChart';

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

/** Funding, open interest and basis on the picture's columns: a value a column, null where none is known. */
export function usePanes(symbol: string, range: Range, language: Language, times: readonly number[]): Record<PaneName, (number | null)[]> {
  const { period, length } = columns[range];
  const history = (metric: string) => `funding-derivatives/history/${encodeURIComponent(symbol)}?metric=${metric}`;
  const waiting = times.length === 0;
  const funding = usePolled<HistoryAnswer>(waiting ? null : history('funding'), language, historySeconds).data;
  const openInterest = usePolled<HistoryAnswer>(waiting ? null : `${history('open_interest')}&period=${period}`, language, historySeconds).data;
  const basis = usePolled<HistoryAnswer>(waiting ? null : `${history('basis')}&period=${period}`, language, historySeconds).data;
  return useMemo(
    () => ({
      // A settled rate stands until the next: at most a day apart.
      funding: alignTo(times, length, funding?.points ?? [], ({ rate }) => rate, 24 * 60 * minute),
      openInterest: alignTo(times, length, openInterest?.points ?? [], ({ contracts }) => contracts, 2 * length),
      basis: alignTo(times, length, basis?.points ?? [], ({ basis: value }) => value, 2 * length),
    }),
    [times, length, funding, openInterest, basis],
  );
}
