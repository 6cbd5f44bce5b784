import type { IPrimitivePaneView, ISeriesPrimitive, SeriesAttachedParameter, Time } from 'lightweight-charts';
import { boxed } from './boxed';
import type { LabelledLine } from './labelledLine';

/** From the edge, px. */
const inset = 11;

/** What labelled lines need besides themselves: a dark bed, and at the edges the name of the first one beyond. */
export class LevelsPrimitive implements ISeriesPrimitive<Time> {
  #attached: SeriesAttachedParameter<Time> | null = null;
  #lines: readonly LabelledLine[] = [];
  #write: (price: number) => string = String;

  readonly #views: readonly IPrimitivePaneView[] = [
    {
      // Under the lines themselves: a light line on a light part of the map would not be seen.
      zOrder: () => 'bottom',
      renderer: () => ({
        draw: (target) =>
          target.useMediaCoordinateSpace(({ context, mediaSize: { width } }) => {
            context.fillStyle = '#0d1117a6';
            for (const { price } of this.#lines) {
              const y = this.#attached?.series.priceToCoordinate(price) ?? null;
              if (y !== null) {
                context.fillRect(0, y - 1, width, 3);
              }
            }
          }),
      }),
    },
    {
      zOrder: () => 'top',
      renderer: () => ({
        draw: (target) =>
          target.useMediaCoordinateSpace(({ context, mediaSize: { height } }) => {
            const at = this.#lines.flatMap((line) => {
              const y = this.#attached?.series.priceToCoordinate(line.price) ?? null;
              return y === null ? [] : [{ line, y }];
            });
            this.#label(context, at.filter(({ y }) => y < 0).toSorted((one, other) => other.y - one.y)[0]?.line, '▲', inset);
            this.#label(context, at.filter(({ y }) => y > height).toSorted((one, other) => one.y - other.y)[0]?.line, '▼', height - inset);
          }),
      }),
    },
  ];

  attached(parameter: SeriesAttachedParameter<Time>): void {
    this.#attached = parameter;
  }

  detached(): void {
    this.#attached = null;
  }

  paneViews(): readonly IPrimitivePaneView[] {
    return this.#views;
  }

  /** Watches other prices, written by `write`. */
  show(lines: readonly LabelledLine[], write: (price: number) => string): void {
    [this.#lines, this.#write] = [lines, write];
    this.#attached?.requestUpdate();
  }

  #label(context: CanvasRenderingContext2D, line: LabelledLine | undefined, arrow: string, y: number): void {
    if (line !== undefined) {
      boxed(context, `${arrow} ${this.#write(line.price)} ${line.title}`, inset, y, 'left');
    }
  }
}
