import { boxed } from '../canvas/boxed';
import { Primitive, type Layer } from '../canvas/primitive';
import type { LabelledLine } from './labelledLine';

/** From the edge, px. */
const inset = 11;

/** What labelled lines need besides themselves: a dark bed, and at the edges the name of the first one beyond. */
export class LevelsPrimitive extends Primitive {
  #lines: readonly LabelledLine[] = [];
  #write: (price: number) => string = String;

  /** Watches other prices, written by `write`. */
  show(lines: readonly LabelledLine[], write: (price: number) => string): void {
    [this.#lines, this.#write] = [lines, write];
    this.redraw();
  }

  protected override layers(): readonly Layer[] {
    return [
      // Under the lines themselves: a light line on a light part of the map would not be seen.
      { at: 'bottom', draw: (target) => target.useMediaCoordinateSpace(({ context, mediaSize: { width } }) => this.#drawBeds(context, width)) },
      { at: 'top', draw: (target) => target.useMediaCoordinateSpace(({ context, mediaSize: { height } }) => this.#nameBeyond(context, height)) },
    ];
  }

  #drawBeds(context: CanvasRenderingContext2D, width: number): void {
    context.fillStyle = '#0d1117a6';
    for (const { y } of this.#placed()) {
      context.fillRect(0, y - 1, width, 3);
    }
  }

  #nameBeyond(context: CanvasRenderingContext2D, height: number): void {
    const placed = this.#placed();
    const above = placed.filter(({ y }) => y < 0).toSorted((one, other) => other.y - one.y)[0];
    const below = placed.filter(({ y }) => y > height).toSorted((one, other) => one.y - other.y)[0];
    if (above !== undefined) {
      boxed(context, `▲ ${this.#write(above.line.price)} ${above.line.title}`, inset, inset, 'left');
    }

    if (below !== undefined) {
      boxed(context, `▼ ${this.#write(below.line.price)} ${below.line.title}`, inset, height - inset, 'left');
    }
  }

  #placed(): { readonly line: LabelledLine; readonly y: number }[] {
    return this.#lines.flatMap((line) => {
      const y = this.heightOf(line.price);
      return y === null ? [] : [{ line, y }];
    });
  }
}
