import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LiquidationAnswer, MapAnswer } from '../api/contracts';
import { usePolled, type Polled } from '../api/usePolled';
import { useFormats } from '../format/formats';
import { useColourScale } from '../heatmap/useColourScale';
import { bitmapOf } from '../heatmap/bitmap';
import { Legend } from '../heatmap/Legend';
import { useTexts } from '../language/language';
import { Notice } from '../layout/Notice';
import { layoutTexts } from '../layout/texts';
import { useView } from '../view/useView';
import './chart.css';
import { download, frame } from './exportPng';
import { linesOf } from './levels';
import { MarketChart, paneNames, type Pointed } from './marketChart';
import { Readout } from './Readout';
import { readAt } from './readout';
import { chartTexts } from './texts';
import { useTheme } from './theme';
import { Toolbar } from './Toolbar';
import { keysOf } from './keys';
import { usePanes } from './usePanes';
import { usePicture } from './usePicture';

/** The profile reaches 25 % from the price: it changes slowly. */
const profileSeconds = 15;

const noTimes: readonly number[] = [];

/** The chart with all that belongs to it: tools above, the read-out and the legend below. */
export function MapPage({ liquidation }: { readonly liquidation: Polled<LiquidationAnswer> }) {
  const { view } = useView();
  const { symbol, range, language, sides, priceScale } = view;
  const texts = useTexts(chartTexts);
  const layout = useTexts(layoutTexts);
  const formats = useFormats();
  const theme = useTheme();
  const { picture, polled } = usePicture(symbol, range, language);
  const panes = usePanes(symbol, range, language, picture?.grid.times ?? noTimes);
  const map = usePolled<MapAnswer>(view.profile === 'shown' && picture !== null ? `liquidation-heatmap/map/${encodeURIComponent(symbol)}` : null, language, profileSeconds).data;
  const { scale, least, most } = useColourScale(picture, view, theme.name);

  const element = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<MarketChart | null>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  useEffect(() => {
    const created = new MarketChart(element.current!, setPointed);
    setChart(created);
    return () => created.remove();
  }, []);

  useEffect(() => chart?.dress(theme), [chart, theme]);
  useEffect(() => {
    const short = (value: number) => formats.number(value, 4);
    chart?.write(language === 'tr' ? 'tr-TR' : 'en-GB', formats.price, {
      funding: { title: texts.panes.funding, format: short },
      openInterest: { title: texts.panes.openInterest, format: formats.money },
      basis: { title: texts.panes.basis, format: short },
    });
  }, [chart, language, formats, texts]);
  useEffect(() => chart?.scale(priceScale), [chart, priceScale]);

  const candles = picture?.candles;
  useEffect(() => {
    chart?.showCandles(candles ?? []);
    if (candles !== undefined) {
      performance.mark('candles');
    }
  }, [chart, candles]);
  const grid = picture?.grid;
  useEffect(() => {
    const bitmap = grid === undefined || scale === null ? null : bitmapOf(grid, scale, sides);
    chart?.heatmap.show(grid === undefined || bitmap === null ? null : { grid, bitmap });
  }, [chart, grid, scale, sides]);
  useEffect(() => paneNames.forEach((name) => chart?.showPane(name, panes[name])), [chart, panes]);
  const drawn = picture === null ? null : `${picture.symbol} ${picture.range}`;
  useEffect(() => {
    if (drawn !== null) {
      chart?.fit();
    }
  }, [chart, drawn]);
  useEffect(() => chart?.profile.show(view.profile === 'shown' ? map : null, theme, formats.money), [chart, map, theme, formats, view.profile]);
  const analysis = liquidation.data;
  useEffect(
    () => chart?.showLines(analysis === null || view.levels === 'hidden' ? [] : linesOf(analysis, theme, texts, formats), formats.price),
    [chart, analysis, theme, texts, formats, view.levels],
  );
  const source = polled.data?.meta.source;
  const mark = source === 'paper-simulated' ? layout.simulated : source === 'paper-recorded' ? layout.recorded : '';
  useEffect(() => chart?.mark.show(mark, theme.text), [chart, mark, theme]);

  const price = polled.data?.current_price ?? null;
  const reading = useMemo(() => (picture === null || pointed === null ? null : readAt(picture.grid, picture.candles, price, pointed)), [picture, pointed, price]);
  const column = pointed?.column ?? (picture?.grid.times.length ?? 0) - 1;
  const onKey = keysOf(picture?.grid ?? null, price, pointed, (next) => {
    chart?.point(next);
    setPointed(next);
  });
  const asset = polled.data?.quote_asset ?? '';
  const rowPercent = formats.percent(polled.data?.row_percent, 2);
  const exportPng = () => {
    if (chart !== null && polled.data !== null && scale !== null) {
      const { as_of, model_version } = polled.data.meta;
      const caption = {
        title: `${symbol} · ${range} · ${texts.side[sides]} · Omnipotent Futures`,
        details: [mark, formats.price(price), `${formats.time(as_of)} UTC`, model_version].filter((part) => part !== '').join(' · '),
        legend: texts.legend(asset, rowPercent),
        riskWarning: layout.riskWarning,
      };
      void download(frame(chart.screenshot(), devicePixelRatio, caption, scale, formats, theme), `${symbol}-${range}-${new Date(as_of ?? 0).toISOString().slice(0, 16).replace(/[-:]/g, '')}.png`);
    }
  };

  return (
    <section class="chart-room" aria-label={texts.chart(symbol)}>
      <Toolbar onFit={() => chart?.fit()} onExport={exportPng} />
      <div class="stage">
        <div class="over">
          <Notice polled={polled} />
          {grid?.prices.length === 0 && <p class="notice">{texts.noMap}</p>}
        </div>
        <div
          class="chart"
          ref={element}
          role="application"
          tabIndex={0}
          aria-label={`${texts.chart(symbol)}. ${texts.keys}`}
          data-testid="chart"
          data-drawn={drawn ?? ''}
          onKeyDown={onKey}
        />
      </div>
      <div aria-live="polite">
        <Readout reading={reading} asset={asset} panes={{ funding: panes.funding[column] ?? null, openInterest: panes.openInterest[column] ?? null, basis: panes.basis[column] ?? null }} />
      </div>
      {scale !== null && <Legend scale={scale} least={least} most={most} asset={asset} rowPercent={rowPercent} />}
    </section>
  );
}
