import './market.css';
import { useCallback, useMemo } from 'preact/hooks';
import { clockAhead } from '../api/clock';
import type { ScreenerAnswer } from '../api/contracts';
import type { Polled } from '../api/usePolled';
import { useTexts } from '../language/language';
import { Notice } from '../layout/Notice';
import { useNow } from '../layout/useNow';
import { useView } from '../view/useView';
import { MarketHead } from './MarketHead';
import { MarketRow } from './MarketRow';
import { MarketTools } from './MarketTools';
import { columnOf, columns, filterRows, sortRows, timeLeft } from './rows';
import { marketTexts } from './texts';
import { useRovingLink } from './useRovingLink';

/** A table of a thousand rows need not be told every second. */
const minuteMs = 60_000;

/** All contracts, sorted and filtered as the address says. The last good rows stay while there are no newer ones. */
export function MarketTable({ screener }: { readonly screener: Polled<ScreenerAnswer> }) {
  const { view, change } = useView();
  const texts = useTexts(marketTexts);
  const minute = useNow(minuteMs);
  const column = columnOf(view.sort);
  const { data, receivedAt } = screener;
  const some = data?.rows.find((row) => row.next_funding_time !== null);
  const now = minute - clockAhead(some?.next_funding_time ?? null, some?.seconds_to_funding ?? null, receivedAt);
  const rows = useMemo(
    () => sortRows(filterRows(data?.rows ?? [], view.search, view.volume), column, view.order),
    [data, view.search, view.volume, column, view.order],
  );
  const { body, reachable, onKeyDown, onFocusIn } = useRovingLink(rows.map((row) => row.symbol));
  const open = useCallback((symbol: string) => change({ symbol, page: 'map' }), [change]);

  return (
    <section class="market" aria-labelledby="market-title">
      <h1 id="market-title" class="hidden-title">
        {texts.title}
      </h1>
      <Notice polled={screener} />
      {data !== null && (
        <>
          <MarketTools rows={rows} total={data.rows.length} source={data.meta.source} />
          <div class="market-scroll">
            {/* The roles are a table's own; some browsers forget them where the style makes a table something else. */}
            <table class="market-table" role="table" data-testid="market-table" aria-labelledby="market-title">
              <MarketHead column={column} order={view.order} onSort={change} />
              <tbody ref={body} role="rowgroup" onKeyDown={onKeyDown} onFocusIn={onFocusIn}>
                {rows.map((row) => (
                  <MarketRow
                    key={row.symbol}
                    row={row}
                    timeLeft={timeLeft(row.next_funding_time, now)}
                    reachable={row.symbol === reachable}
                    language={view.language}
                    onOpen={open}
                  />
                ))}
                {rows.length === 0 && (
                  <tr role="row">
                    <td role="cell" colSpan={columns.length}>{texts.nothing}</td>
                  </tr>
                )}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
