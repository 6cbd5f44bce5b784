import type { IPrimitivePaneRenderer, IPrimitivePaneView, ISeriesPrimitive, PrimitivePaneViewZOrder, SeriesAttachedParameter, Time } from 'lightweight-charts';

/** One drawing of a primitive, above or below what else there is. */
export interface Layer {
  readonly at: PrimitivePaneViewZOrder;
  readonly draw: IPrimitivePaneRenderer['draw'];
}

/** Something of our own that the chart draws with a series, on its times and prices. */
export abstract class Primitive implements ISeriesPrimitive<Time> {
  /** The chart and series that it is drawn with; null while there is none. */
  protected on: SeriesAttachedParameter<Time> | null = null;

  #views: readonly IPrimitivePaneView[] | null = null;

  attached(parameter: SeriesAttachedParameter<Time>): void {
    this.on = parameter;
  }

  detached(): void {
    this.on = null;
  }

  paneViews(): readonly IPrimitivePaneView[] {
    this.#views ??= this.layers().map(({ at, draw }) => ({ zOrder: () => at, renderer: () => ({ draw }) }));
    return this.#views;
  }

  /** What it draws, asked once. */
  protected abstract layers(): readonly Layer[];

  /** To be called when something else is to be drawn. */
  protected redraw(): void {
    this.on?.requestUpdate();
  }

  /** Where a price stands on the pane, px from above; null when that is not known. */
  protected heightOf(price: number): number | null {
    return this.on?.series.priceToCoordinate(price) ?? null;
  }
}
