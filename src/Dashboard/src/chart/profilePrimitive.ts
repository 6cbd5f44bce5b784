import type { MapAnswer, MapRow } from '../api/contracts';
import { boxed } from '../canvas/boxed';
import { Primitive, type Layer } from '../canvas/primitive';
import type { Sides } from '../heatmap/grid';
import type { Theme } from './theme';

/** Share of the chart's width that the profile takes at most. */
const share = 0.14;

/** Draws how much a move to each price reaches, from the right edge: longs below the present price, shorts above it. */
export class ProfilePrimitive extends Primitive {
  #map: MapAnswer | null = null;
  #sides: Sides = 'both';
  #theme: Theme | null = null;
  #write: (usdt: number) => string = String;

  /** Shows another map, of the sides that are looked at; null for none. Amounts are written by `write`. */
  show(map: MapAnswer | null, sides: Sides, theme: Theme, write: (usdt: number) => string): void {
    [this.#map, this.#sides, this.#theme, this.#write] = [map, sides, theme, write];
    this.redraw();
  }

  protected override layers(): readonly Layer[] {
    return [{ at: 'normal', draw: (target) => target.useMediaCoordinateSpace(({ context, mediaSize: { width, height } }) => this.#draw(context, width, height)) }];
  }

  #draw(context: CanvasRenderingContext2D, width: number, height: number): void {
    if (this.#map === null || this.#theme === null) {
      return;
    }

    const longs = this.#sides === 'short' ? [] : this.#visible(this.#map.longs, height);
    const shorts = this.#sides === 'long' ? [] : this.#visible(this.#map.shorts, height);
    // Both sides on one scale, of what can be seen: how far they are from each other is what one looks for.
    const most = Math.max(...[...longs, ...shorts].map(({ sum }) => sum), 0);
    if (most > 0) {
      this.#side(context, longs, most, width, this.#theme.longs, -6);
      this.#side(context, shorts, most, width, this.#theme.shorts, 14);
    }
  }

  #visible(rows: readonly MapRow[], height: number): { y: number; sum: number }[] {
    return rows.flatMap(([price, , sum]) => {
      const y = this.heightOf(price);
      return y !== null && y >= 0 && y <= height ? [{ y, sum }] : [];
    });
  }

  #side(context: CanvasRenderingContext2D, rows: readonly { y: number; sum: number }[], most: number, width: number, colour: string, labelOffset: number): void {
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) {
      return;
    }

    const x = (sum: number) => width - (sum / most) * width * share;
    context.beginPath();
    context.moveTo(width, first.y);
    for (const { y, sum } of rows) {
      context.lineTo(x(sum), y);
    }

    context.lineTo(width, last.y);
    context.closePath();
    context.fillStyle = `${colour}40`;
    context.fill();
    context.strokeStyle = colour;
    context.lineWidth = 1;
    context.stroke();
    boxed(context, `Σ ${this.#write(last.sum)}`, width - 4, last.y + labelOffset, 'right');
  }
}
