import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Candle, LiquidationAnswer, MapAnswer } from '../api/contracts';
import { usePolled, type Polled } from '../api/usePolled';
import { download } from '../files/download';
import { useFormats } from '../format/formats';
import { bitmapOf } from '../heatmap/bitmap';
import { Legend } from '../heatmap/Legend';
import { useColourScale } from '../heatmap/useColourScale';
import { useTexts } from '../language/language';
import { Notice } from '../layout/Notice';
import { layoutTexts, markOf } from '../layout/texts';
import { useView } from '../view/useView';
import './chart.css';
import { ChartCanvas } from './ChartCanvas';
import { fileName, frame, pngOf } from './exportPng';
import { keysOf } from './keys';
import { linesOf } from './levels';
import type { MarketChart } from './marketChart';
import type { Pointed } from './pointed';
import { Readout } from './Readout';
import { readAt } from './reading';
import { chartTexts } from './texts';
import { useTheme } from './theme';
import { Toolbar } from './Toolbar';
import { usePanes } from './usePanes';
import { usePicture } from './usePicture';

/** The profile reaches 25 % from the price: it changes slowly. */
const profileSeconds = 15;

const noTimes: readonly number[] = [];
const noCandles: readonly Candle[] = [];

/** The chart with all that belongs to it: tools above, the read-out and the legend below. */
export function MapPage({ liquidation }: { readonly liquidation: Polled<LiquidationAnswer> }) {
  const { view } = useView();
  const { symbol, range, language, sides } = view;
  const texts = useTexts(chartTexts);
  const layout = useTexts(layoutTexts);
  const formats = useFormats();
  const theme = useTheme();

  const { picture, polled } = usePicture(symbol, range, language);
  const grid = picture?.grid ?? null;
  const panes = usePanes(symbol, range, language, grid?.times ?? noTimes);
  const profileRoute = view.profile === 'shown' && picture !== null ? `liquidation-heatmap/map/${encodeURIComponent(symbol)}` : null;
  const profile = usePolled<MapAnswer>(profileRoute, language, profileSeconds).data;
  const { scale, least, most, isEmpty } = useColourScale(picture, view, theme.name);
  const heat = useMemo(() => {
    const bitmap = grid === null || scale === null ? null : bitmapOf(grid, scale, sides);
    return grid === null || bitmap === null ? null : { grid, bitmap, end: texts.mapEnds };
  }, [grid, scale, sides, texts]);
  const analysis = view.levels === 'shown' ? liquidation.data : null;
  const lines = useMemo(() => (analysis === null ? [] : linesOf(analysis, sides, theme, texts, formats)), [analysis, sides, theme, texts, formats]);

  const mark = markOf(polled.data?.meta.source, layout);
  const price = polled.data?.current_price ?? null;
  const asset = polled.data?.quote_asset ?? '';
  const rowPercent = formats.percent(polled.data?.row_percent, 2);

  const chart = useRef<MarketChart | null>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [isSpoken, setSpoken] = useState(false);
  const point = useCallback((next: Pointed | null) => {
    setPointed(next);
    setSpoken(false);
  }, []);
  const reading = useMemo(() => (picture === null || pointed === null ? null : readAt(picture.grid, picture.candles, price, pointed)), [picture, pointed, price]);
  const column = grid === null ? -1 : pointed === null ? grid.times.length - 1 : grid.times.indexOf(pointed.time);
  const onKeyDown = keysOf(grid, price, pointed, (next) => {
    chart.current?.point(next);
    setPointed(next);
    setSpoken(true);
  });

  const exportPng = () => {
    if (chart.current !== null && polled.data !== null && scale !== null) {
      const { as_of, model_version } = polled.data.meta;
      const caption = {
        title: `${symbol} · ${range} · ${texts.side[sides]} · Omnipotent Futures`,
        details: [mark, `${layout.markPrice} ${formats.price(price)}`, as_of === null ? '' : `${new Date(as_of).toISOString().slice(0, 16).replace('T', ' ')} UTC`, model_version].filter((part) => part !== '').join(' · '),
        legend: texts.legend(asset, rowPercent),
        riskWarning: layout.riskWarning,
      };
      void pngOf(frame(chart.current.screenshot(), devicePixelRatio, caption, scale, formats, theme)).then((png) => download(png, fileName(symbol, range, as_of)));
    }
  };

  return (
    <section class="chart-room" aria-labelledby="map-title">
      <h1 id="map-title" class="hidden-title">
        {texts.chart(symbol)}
      </h1>
      <Toolbar isDrawn={picture !== null} onFit={() => chart.current?.fit()} onExport={exportPng} />
      <div class="stage">
        <div class="over">
          <Notice polled={polled} />
          {grid?.prices.length === 0 && <p class="notice">{texts.noMap}</p>}
          {isEmpty && <p class="notice">{texts.belowFrom(formats.money(scale?.from))}</p>}
        </div>
        <ChartCanvas
          handle={chart}
          theme={theme}
          drawn={picture === null ? null : `${picture.symbol} ${picture.range}`}
          candles={picture?.candles ?? noCandles}
          heat={heat}
          panes={panes}
          profile={profile}
          price={price}
          lines={lines}
          mark={mark}
          onPoint={point}
          onKeyDown={onKeyDown}
        />
      </div>
      <Readout
        reading={reading}
        asset={asset}
        isSpoken={isSpoken}
        panes={{ funding: panes.funding.values[column] ?? null, openInterest: panes.openInterest.values[column] ?? null, basis: panes.basis.values[column] ?? null }}
      />
      {scale !== null && <Legend scale={scale} least={least} most={most} asset={asset} rowPercent={rowPercent} />}
    </section>
  );
}
