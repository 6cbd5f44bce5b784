import type { IPrimitivePaneView, ISeriesPrimitive, SeriesAttachedParameter, Time } from 'lightweight-charts';
import type { LabelledLine } from './marketChart';

const inset = 6;

/** Names the first labelled price above and below what can be seen, at the edge that it lies beyond. */
export class BeyondPrimitive implements ISeriesPrimitive<Time> {
  #attached: SeriesAttachedParameter<Time> | null = null;
  #lines: readonly LabelledLine[] = [];
  #write: (price: number) => string = String;

  readonly #views: readonly IPrimitivePaneView[] = [
    {
      zOrder: () => 'top',
      renderer: () => ({
        draw: (target) =>
          target.useMediaCoordinateSpace(({ context, mediaSize: { height } }) => {
            context.font = '12px system-ui, sans-serif';
            context.textAlign = 'left';
            const at = this.#lines.flatMap((line) => {
              const y = this.#attached?.series.priceToCoordinate(line.price) ?? null;
              return y === null ? [] : [{ line, y }];
            });
            this.#label(context, at.filter(({ y }) => y < 0).toSorted((one, other) => other.y - one.y)[0]?.line, '▲', inset, 'top');
            this.#label(context, at.filter(({ y }) => y > height).toSorted((one, other) => one.y - other.y)[0]?.line, '▼', height - inset, 'bottom');
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

  #label(context: CanvasRenderingContext2D, line: LabelledLine | undefined, arrow: string, y: number, baseline: 'top' | 'bottom'): void {
    if (line !== undefined) {
      const text = `${arrow} ${this.#write(line.price)} ${line.title}`;
      const { width } = context.measureText(text);
      context.fillStyle = '#0d1117cc';
      context.fillRect(inset - 2, baseline === 'top' ? y - 2 : y - 15, width + 6, 17);
      context.textBaseline = baseline;
      context.fillStyle = '#e6edf3';
      context.fillText(text, inset + 1, y);
      context.textBaseline = 'alphabetic';
    }
  }
}
