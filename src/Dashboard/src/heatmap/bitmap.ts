import { colourAt, positionOf, type ColourScale } from './colours';
import { amountAt, type Grid, type Sides } from './grid';

/** As many colours as a channel has values. */
const shades = 256;

/** Writes a pixel a cell, red, green, blue and opacity, the highest price first. */
export function pixelsOf(grid: Grid, scale: ColourScale, sides: Sides): Uint8ClampedArray<ArrayBuffer> {
  const columns = grid.times.length;
  const rows = grid.prices.length;
  const colours = new Uint8ClampedArray(shades * 4);
  for (let shade = 0; shade < shades; shade++) {
    colours.set(colourAt(scale.theme, shade / (shades - 1)), shade * 4);
  }

  const pixels = new Uint8ClampedArray(columns * rows * 4);
  // A pixel at a time instead of a channel at a time: both views are of the same bytes, so their order does not matter.
  const ink = new Uint32Array(colours.buffer);
  const paper = new Uint32Array(pixels.buffer);
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const position = positionOf(scale, amountAt(grid, column * rows + row, sides));
      if (position !== null) {
        paper[(rows - 1 - row) * columns + column] = ink[Math.round(position * (shades - 1))]!;
      }
    }
  }

  return pixels;
}

const timing = 'heatmap-bitmap';

// A page that stays open for days redraws every few seconds.
const mostTimings = 100;

/** Draws a picture, a pixel a cell. How long it took is in the browser's performance timeline as `heatmap-bitmap`. Null for an empty picture. */
export function bitmapOf(grid: Grid, scale: ColourScale, sides: Sides): HTMLCanvasElement | null {
  if (grid.times.length === 0 || grid.prices.length === 0) {
    return null;
  }

  const start = performance.now();
  const canvas = document.createElement('canvas');
  canvas.width = grid.times.length;
  canvas.height = grid.prices.length;
  canvas.getContext('2d')!.putImageData(new ImageData(pixelsOf(grid, scale, sides), canvas.width, canvas.height), 0, 0);
  if (performance.getEntriesByName(timing).length >= mostTimings) {
    performance.clearMeasures(timing);
  }

  performance.measure(timing, { start });
  return canvas;
}
