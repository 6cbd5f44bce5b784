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
import { decimalsOf, priceDigits, wholePrice } from '../format/formats';
import { HeatmapPrimitive } from '../heatmap/heatmapPrimitive';
import type { LabelledLine } from './labelledLine';
import { LevelsPrimitive } from './levelsPrimitive';
import { MarkPrimitive } from './markPrimitive';
import type { Pointed, PointedCell } from './pointed';
import { ProfilePrimitive } from './profilePrimitive';
import type { Theme } from './theme';

/** The panes under the candles, from above. */
export const paneNames = ['funding', 'openInterest', 'basis'] as const;
export type PaneName = (typeof paneNames)[number];

/** What a pane shows. */
export interface Pane {
  readonly values: readonly (number | null)[];
  readonly note: string;
}

/** Where a note stands in its pane, and how large at most. */
const note = { down: 0.5, size: 12 };

/** Free room right of the last candle, as a share of all columns: the profile's. */
const freeShare = 0.14;

/** Below this width of the candles, px, the names of prices would cover the newest of them. */
const narrow = 420;

/** How far beyond the candles the price axis shows of the map at first, in heights of the candles: it is what one came for. */
const beyond = 0.6;

/** The chart: candles over the map, with funding, open interest and basis below on the same times. */
export class MarketChart {
  readonly heatmap = new HeatmapPrimitive();
  readonly profile = new ProfilePrimitive();
  readonly mark = new MarkPrimitive();

  readonly #levels = new LevelsPrimitive();
  readonly #chart: IChartApi;
  readonly #candles: ISeriesApi<'Candlestick'>;
  readonly #panes: Record<PaneName, ISeriesApi<'Line'>>;
  readonly #notes: Record<PaneName, MarkPrimitive> = { funding: new MarkPrimitive(note), openInterest: new MarkPrimitive(note), basis: new MarkPrimitive(note) };
  #lines: IPriceLine[] = [];
  #present: IPriceLine | null = null;
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
      // The running candle is read every half minute, the mark price every few seconds: the line is the mark price's.
      priceLineVisible: false,
      lastValueVisible: false,
      autoscaleInfoProvider: (read: () => { priceRange: { minValue: number; maxValue: number } | null } | null) => {
        const info = read();
        if (info?.priceRange == null) {
          return info;
        }

        const { minValue, maxValue } = info.priceRange;
        const more = (maxValue - minValue) * beyond;
        const [lowest, highest] = this.heatmap.limits ?? [minValue, maxValue];
        return {
          ...info,
          priceRange: { minValue: Math.max(minValue - more, Math.min(lowest, minValue)), maxValue: Math.min(maxValue + more, Math.max(highest, maxValue)) },
        };
      },
    });
    this.#candles.attachPrimitive(this.heatmap);
    this.#candles.attachPrimitive(this.profile);
    this.#candles.attachPrimitive(this.#levels);
    this.#candles.attachPrimitive(this.mark);
    const pane = (index: number, lineType: LineType) => this.#chart.addSeries(LineSeries, { lineWidth: 1, lineType, priceLineVisible: false }, index);
    this.#panes = { funding: pane(1, LineType.WithSteps), openInterest: pane(2, LineType.Simple), basis: pane(3, LineType.Simple) };
    paneNames.forEach((name) => this.#panes[name].attachPrimitive(this.#notes[name]));
    this.#chart.panes().forEach((each, index) => each.setStretchFactor(index === 0 ? 6 : 1));
    this.#chart.subscribeCrosshairMove((event) => onPoint(this.#read(event)));
    // A finger has no crosshair before it taps.
    this.#chart.subscribeClick((event) => {
      const pointed = this.#read(event);
      onPoint(pointed);
      if (pointed !== null && pointed.price !== null) {
        this.point({ time: pointed.time, price: pointed.price });
      }
    });
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
      borderUpColor: theme.risenOutline,
      borderDownColor: theme.fallenOutline,
      wickUpColor: theme.risenOutline,
      wickDownColor: theme.fallenOutline,
    });
    Object.values(this.#panes).forEach((series) => series.applyOptions({ color: theme.accent }));
  }

  /** How numbers and times are written. */
  write(locale: string, time: (ms: number) => string, price: (value: number) => string, panes: Record<PaneName, { title: string; format: (value: number) => string }>): void {
    this.#chart.applyOptions({ localization: { locale, timeFormatter: (at: Time) => time((at as UTCTimestamp) * 1000) } });
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
      // The axis is as fine as prices are written.
      const minMove = 10 ** (last >= wholePrice ? -decimalsOf(last) : Math.floor(Math.log10(last)) - priceDigits + 1);
      const format = this.#candles.options().priceFormat;
      if (format.type === 'custom' && format.minMove !== minMove) {
        this.#candles.applyOptions({ priceFormat: { ...format, minMove } });
      }
    }

    this.#candles.setData(candles.map(([time, open, high, low, close]) => ({ time: seconds(time), open, high, low, close })));
  }

  /** Shows a series below, a value a candle; null where none is known. A note says why there is none, or none of now. */
  showPane(name: PaneName, { values, note: text }: Pane, theme: Theme): void {
    this.#notes[name].show(text, theme.text);
    this.#panes[name].setData(
      this.#times.map((time, column) => {
        const value = values[column];
        return value == null ? { time: seconds(time) } : { time: seconds(time), value };
      }),
    );
  }

  /** Names prices, written by `write`. */
  showLines(lines: readonly LabelledLine[], write: (price: number) => string): void {
    this.#levels.show(lines, write);
    const isNarrow = this.#chart.paneSize(0).width < narrow;
    this.#lines.forEach((line) => this.#candles.removePriceLine(line));
    this.#lines = lines.map(({ price, title, colour, style }) =>
      this.#candles.createPriceLine({
        price,
        title: isNarrow ? '' : title,
        color: colour,
        lineWidth: 1,
        lineStyle: style === 'solid' ? LineStyle.Solid : LineStyle.Dashed,
        axisLabelVisible: true,
      }),
    );
  }

  /** Shows the present price; null when it is not known. */
  showPresent(price: number | null, title: string, theme: Theme): void {
    if (this.#present !== null) {
      this.#candles.removePriceLine(this.#present);
      this.#present = null;
    }

    if (price !== null) {
      this.#present = this.#candles.createPriceLine({ price, title, color: theme.accent, lineWidth: 1, lineStyle: LineStyle.Solid, axisLabelVisible: true });
    }
  }

  /** Shows all candles and the room beside them. */
  fit(): void {
    const columns = this.#times.length;
    this.#candles.priceScale().applyOptions({ autoScale: true });
    this.#chart.timeScale().setVisibleLogicalRange({ from: -0.5, to: columns - 0.5 + columns * freeShare });
  }

  /** Points at a cell, as the mouse would; null points nowhere. */
  point(pointed: PointedCell | null): void {
    if (pointed === null) {
      this.#chart.clearCrosshairPosition();
    } else {
      this.#chart.setCrosshairPosition(pointed.price, seconds(pointed.time), this.#candles);
    }
  }

  /** A picture of the chart as it is, the marks on it too. */
  screenshot(): HTMLCanvasElement {
    return this.#chart.takeScreenshot(true, false);
  }

  #read({ point, logical, paneIndex }: MouseEventParams<Time>): Pointed | null {
    const time = logical === undefined ? undefined : this.#times[logical];
    return point === undefined || time === undefined ? null : { time, price: paneIndex === 0 ? this.#candles.coordinateToPrice(point.y) : null };
  }
}

function seconds(ms: number): UTCTimestamp {
  return (ms / 1000) as UTCTimestamp;
}
