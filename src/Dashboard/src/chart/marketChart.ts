import {
  CandlestickSeries,
  createChart,
  CrosshairMode,
  LineSeries,
  LineStyle,
  LineType,
  PriceScaleMode,
  type IChartApi,
  type IPriceLine,
  type ISeriesApi,
  type MouseEventParams,
  type Time,
  type UTCTimestamp,
} from 'lightweight-charts';
import type { Candle } from '../api/contracts';
import { HeatmapPrimitive } from '../heatmap/heatmapPrimitive';
import { BeyondPrimitive } from './beyondPrimitive';
import { MarkPrimitive } from './markPrimitive';
import { ProfilePrimitive } from './profilePrimitive';
import type { Theme } from './theme';

/** The panes under the candles, from above. */
export const paneNames = ['funding', 'openInterest', 'basis'] as const;
export type PaneName = (typeof paneNames)[number];

/** A price that is named on the chart. */
export interface LabelledLine {
  readonly price: number;
  readonly title: string;
  readonly colour: string;
  readonly style: 'solid' | 'dashed' | 'dotted';
}

/** Where the reader points: a column of the picture and, over the candles, a price. */
export interface Pointed {
  readonly column: number;
  readonly price: number | null;
}

/** Free room right of the last candle, as a share of all columns: the profile's. */
const freeShare = 0.14;

/** How far beyond the candles the price axis shows at first, in heights of the candles: the map is what one came for. */
const beyond = 0.6;

/** The chart: candles over the map, with funding, open interest and basis below on the same times. */
export class MarketChart {
  readonly heatmap = new HeatmapPrimitive();
  readonly profile = new ProfilePrimitive();
  readonly mark = new MarkPrimitive();

  readonly #beyond = new BeyondPrimitive();
  readonly #chart: IChartApi;
  readonly #candles: ISeriesApi<'Candlestick'>;
  readonly #panes: Record<PaneName, ISeriesApi<'Line'>>;
  #lines: IPriceLine[] = [];
  #times: readonly number[] = [];

  constructor(element: HTMLElement, onPoint: (pointed: Pointed | null) => void) {
    this.#chart = createChart(element, {
      autoSize: true,
      // The logo brings a style element along, which the Content-Security-Policy refuses: the page has the link in its own words.
      layout: { attributionLogo: false, panes: { enableResize: true } },
      crosshair: { mode: CrosshairMode.Normal },
      timeScale: { timeVisible: true, secondsVisible: false, minBarSpacing: 0.5 },
      rightPriceScale: { minimumWidth: 76 },
    });
    this.#candles = this.#chart.addSeries(CandlestickSeries, {
      priceLineStyle: LineStyle.Solid,
      autoscaleInfoProvider: (read: () => { priceRange: { minValue: number; maxValue: number } | null } | null) => {
        const info = read();
        if (info?.priceRange == null) {
          return info;
        }

        const { minValue, maxValue } = info.priceRange;
        const more = (maxValue - minValue) * beyond;
        return { ...info, priceRange: { minValue: minValue - more, maxValue: maxValue + more } };
      },
    });
    this.#candles.attachPrimitive(this.heatmap);
    this.#candles.attachPrimitive(this.profile);
    this.#candles.attachPrimitive(this.#beyond);
    this.#candles.attachPrimitive(this.mark);
    const pane = (index: number, lineType: LineType) => this.#chart.addSeries(LineSeries, { lineWidth: 1, lineType, priceLineVisible: false }, index);
    this.#panes = { funding: pane(1, LineType.WithSteps), openInterest: pane(2, LineType.Simple), basis: pane(3, LineType.Simple) };
    this.#chart.panes().forEach((each, index) => each.setStretchFactor(index === 0 ? 6 : 1));
    this.#chart.subscribeCrosshairMove((event) => onPoint(this.#read(event)));
  }

  /** Takes the chart off the page. */
  remove(): void {
    this.#chart.remove();
  }

  /** Colours of everything but the map. */
  dress(theme: Theme): void {
    this.#chart.applyOptions({
      layout: { background: { color: theme.page }, textColor: theme.text, panes: { separatorColor: theme.line } },
      grid: { vertLines: { color: theme.line }, horzLines: { color: theme.line } },
      timeScale: { borderColor: theme.line },
      rightPriceScale: { borderColor: theme.line },
    });
    this.#candles.applyOptions({
      upColor: theme.risen,
      downColor: theme.fallen,
      borderUpColor: theme.outline,
      borderDownColor: theme.outline,
      wickUpColor: theme.outline,
      wickDownColor: theme.outline,
      priceLineColor: theme.accent,
    });
    Object.values(this.#panes).forEach((series) => series.applyOptions({ color: theme.accent }));
  }

  /** How numbers and times are written. */
  write(locale: string, price: (value: number) => string, panes: Record<PaneName, { title: string; format: (value: number) => string }>): void {
    this.#chart.applyOptions({ localization: { locale } });
    this.#candles.applyOptions({ priceFormat: { type: 'custom', formatter: price, minMove: this.#candles.options().priceFormat.minMove } });
    for (const name of paneNames) {
      const { title, format } = panes[name];
      this.#panes[name].applyOptions({ title, priceFormat: { type: 'custom', formatter: format, minMove: 0.0001 } });
    }
  }

  /** Linear or logarithmic prices. */
  scale(kind: 'linear' | 'log'): void {
    this.#candles.priceScale().applyOptions({ mode: kind === 'log' ? PriceScaleMode.Logarithmic : PriceScaleMode.Normal });
  }

  /** Shows candles. Where the reader has zoomed to stays. */
  showCandles(candles: readonly Candle[]): void {
    this.#times = candles.map(([time]) => time);
    const last = candles.at(-1)?.[4];
    if (last !== undefined && last > 0) {
      // The axis is as fine as five digits of a price, or a tenth from 1,000 on.
      const minMove = last >= 1000 ? 0.1 : 10 ** (Math.floor(Math.log10(last)) - 4);
      const format = this.#candles.options().priceFormat;
      if (format.type === 'custom' && format.minMove !== minMove) {
        this.#candles.applyOptions({ priceFormat: { ...format, minMove } });
      }
    }

    this.#candles.setData(candles.map(([time, open, high, low, close]) => ({ time: seconds(time), open, high, low, close })));
  }

  /** Shows a series below, a value a candle; null where none is known. */
  showPane(name: PaneName, values: readonly (number | null)[]): void {
    this.#panes[name].setData(
      this.#times.map((time, column) => {
        const value = values[column];
        return value == null ? { time: seconds(time) } : { time: seconds(time), value };
      }),
    );
  }

  /** Names prices, written by `write`. */
  showLines(lines: readonly LabelledLine[], write: (price: number) => string): void {
    this.#beyond.show(lines, write);
    this.#lines.forEach((line) => this.#candles.removePriceLine(line));
    this.#lines = lines.map(({ price, title, colour, style }) =>
      this.#candles.createPriceLine({
        price,
        title,
        color: colour,
        lineWidth: 1,
        lineStyle: { solid: LineStyle.Solid, dashed: LineStyle.Dashed, dotted: LineStyle.SparseDotted }[style],
        axisLabelVisible: true,
      }),
    );
  }

  /** Shows all candles and the room beside them. */
  fit(): void {
    const columns = this.#times.length;
    this.#candles.priceScale().applyOptions({ autoScale: true });
    this.#chart.timeScale().setVisibleLogicalRange({ from: -0.5, to: columns - 0.5 + columns * freeShare });
  }

  /** Points at a cell, as the mouse would; null points nowhere. */
  point(pointed: { column: number; price: number } | null): void {
    const time = pointed === null ? undefined : this.#times[pointed.column];
    if (pointed === null || time === undefined) {
      this.#chart.clearCrosshairPosition();
    } else {
      this.#chart.setCrosshairPosition(pointed.price, seconds(time), this.#candles);
    }
  }

  /** A picture of the chart as it is, the marks on it too. */
  screenshot(): HTMLCanvasElement {
    return this.#chart.takeScreenshot(true, false);
  }

  #read({ point, logical, paneIndex }: MouseEventParams<Time>): Pointed | null {
    if (point === undefined || logical === undefined || logical < 0 || logical >= this.#times.length) {
      return null;
    }

    return { column: logical, price: paneIndex === 0 ? this.#candles.coordinateToPrice(point.y) : null };
  }
}

function seconds(ms: number): UTCTimestamp {
  return (ms / 1000) as UTCTimestamp;
}
