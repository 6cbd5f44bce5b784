import { useEffect, useRef, useState } from 'preact/hooks';
import type { Candle, MapAnswer } from '../api/contracts';
import { locales, useFormats } from '../format/formats';
import type { Heat } from '../heatmap/heatmapPrimitive';
import { useTexts } from '../language/language';
import { useView } from '../view/useView';
import type { LabelledLine } from './labelledLine';
import { MarketChart, paneNames, type Pane, type PaneName } from './marketChart';
import type { Pointed } from './pointed';
import { chartTexts } from './texts';
import type { Theme } from './theme';

interface Props {
  /** The chart itself, for what is done to it rather than shown on it. */
  readonly handle: { current: MarketChart | null };
  readonly theme: Theme;
  /** Symbol and range of what is shown; null while nothing is. Another one is shown whole, whatever was zoomed to before. */
  readonly drawn: string | null;
  readonly candles: readonly Candle[];
  readonly heat: Heat | null;
  readonly panes: Record<PaneName, Pane>;
  readonly profile: MapAnswer | null;
  /** The mark price, USDT; null when it is not known. */
  readonly price: number | null;
  readonly lines: readonly LabelledLine[];
  /** What is written across the picture. */
  readonly mark: string;
  readonly onPoint: (pointed: Pointed | null) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** In the browser's performance timeline: when a reader first saw anything. */
const firstCandles = 'candles';

/** Keeps the chart showing what it is given. */
export function ChartCanvas({ handle, theme, drawn, candles, heat, panes, profile, price, lines, mark, onPoint, onKeyDown }: Props) {
  const { view } = useView();
  const texts = useTexts(chartTexts);
  const formats = useFormats();
  const element = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<MarketChart | null>(null);
  useEffect(() => {
    const created = new MarketChart(element.current!, onPoint);
    handle.current = created;
    setChart(created);
    return () => {
      handle.current = null;
      created.remove();
    };
  }, [handle, onPoint]);

  useEffect(() => chart?.dress(theme), [chart, theme]);
  useEffect(() => {
    const short = (value: number) => formats.number(value, 4);
    chart?.write(locales[view.language], (ms) => `${formats.time(ms)} UTC`, formats.price, {
      funding: { title: texts.panes.funding, format: short },
      openInterest: { title: texts.panes.openInterest, format: formats.money },
      basis: { title: texts.panes.basis, format: short },
    });
  }, [chart, view.language, formats, texts]);
  useEffect(() => chart?.scale(view.priceScale), [chart, view.priceScale]);
  useEffect(() => {
    chart?.showCandles(candles);
    if (candles.length > 0 && performance.getEntriesByName(firstCandles).length === 0) {
      performance.mark(firstCandles);
    }
  }, [chart, candles]);
  useEffect(() => chart?.heatmap.show(heat), [chart, heat]);
  useEffect(() => paneNames.forEach((name) => chart?.showPane(name, panes[name], theme)), [chart, panes, theme]);
  useEffect(() => {
    if (drawn !== null) {
      chart?.fit();
    }
  }, [chart, drawn]);
  useEffect(() => chart?.profile.show(profile, view.sides, theme, formats.money), [chart, profile, view.sides, theme, formats]);
  useEffect(() => chart?.showPresent(price, texts.mark, theme), [chart, price, texts, theme]);
  useEffect(() => chart?.showLines(lines, formats.price), [chart, lines, formats]);
  useEffect(() => chart?.mark.show(mark, theme.text), [chart, mark, theme]);

  return (
    <div
      class="chart"
      ref={element}
      role="application"
      tabIndex={0}
      aria-label={`${texts.chart(view.symbol)}. ${texts.keys}`}
      data-testid="chart"
      data-drawn={drawn ?? ''}
      onKeyDown={onKeyDown}
    />
  );
}
