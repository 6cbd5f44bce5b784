import type { Logical } from 'lightweight-charts';
import { Primitive, type Layer } from '../canvas/primitive';
import type { Grid } from './grid';

/** A picture to lay under the candles. */
export interface Heat {
  readonly grid: Grid;
  /** A pixel a cell of the grid, the highest price first. */
  readonly bitmap: HTMLCanvasElement;
  /** What is written where the map ends. */
  readonly end: string;
}

/** Beyond the map nothing is known, which is not the same as nothing. */
const beyond = '#8080801f';

/** Lays the picture under the candles. It does not stretch the price axis: a map reaches much further than the price. */
export class HeatmapPrimitive extends Primitive {
  #heat: Heat | null = null;

  /** Lowest and highest price of the map, USDT; null without one. */
  get limits(): readonly [number, number] | null {
    const edges = this.#heat?.grid.edges;
    return edges === undefined ? null : [edges[0]!, edges.at(-1)!];
  }

  /** Shows another picture; null for none. */
  show(heat: Heat | null): void {
    this.#heat = heat;
    this.redraw();
  }

  protected override layers(): readonly Layer[] {
    return [
      {
        at: 'bottom',
        draw: (target) =>
          target.useBitmapCoordinateSpace(({ context, bitmapSize, horizontalPixelRatio, verticalPixelRatio }) =>
            this.#draw(context, bitmapSize.width, horizontalPixelRatio, verticalPixelRatio),
          ),
      },
    ];
  }

  // A row at a time: rows are of equal percentages, so on a linear axis they are not equally high.
  #draw(context: CanvasRenderingContext2D, width: number, across: number, down: number): void {
    if (this.on === null || this.#heat === null) {
      return;
    }

    const timeScale = this.on.chart.timeScale();
    const { grid, bitmap, end } = this.#heat;
    const origin = timeScale.logicalToCoordinate(0 as Logical);
    const next = timeScale.logicalToCoordinate(1 as Logical);
    if (origin === null || next === null) {
      return;
    }

    const spacing = (next - origin) * across;
    const left = origin * across - spacing / 2;
    const first = Math.max(0, Math.floor(-left / spacing));
    const last = Math.min(bitmap.width, Math.ceil((width - left) / spacing));
    if (first >= last) {
      return;
    }

    const x = Math.round(left + first * spacing);
    const drawn = Math.round(left + last * spacing) - x;
    const edges = grid.edges.map((price) => {
      const y = this.heightOf(price);
      return y === null ? null : Math.round(y * down);
    });
    context.imageSmoothingEnabled = false;
    for (let row = 0; row < grid.prices.length; row++) {
      const [bottom, top] = [edges[row], edges[row + 1]];
      if (bottom != null && top != null && bottom > 0 && top < context.canvas.height && bottom > top) {
        context.drawImage(bitmap, first, bitmap.height - 1 - row, last - first, 1, x, top, drawn, bottom - top);
      }
    }

    const [lowest, highest] = [edges[0] ?? 0, edges.at(-1) ?? 0];
    context.fillStyle = beyond;
    context.fillRect(x, 0, drawn, highest);
    context.fillRect(x, lowest, drawn, context.canvas.height - lowest);
    context.font = `${11 * down}px system-ui, sans-serif`;
    context.fillStyle = '#8b98a8';
    context.textAlign = 'center';
    context.fillText(end, x + drawn / 2, highest - 4 * down);
    context.fillText(end, x + drawn / 2, lowest + 13 * down);
  }
}
