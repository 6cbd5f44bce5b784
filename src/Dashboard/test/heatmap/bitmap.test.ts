import { describe, expect, it } from 'vitest';
import { pixelsOf } from '../../src/heatmap/bitmap';
import { colourAt, type ColourScale } from '../../src/heatmap/colours';
import { readGrid } from '../../src/heatmap/grid';
import { picture } from './pictures';

const scale: ColourScale = { from: 50, to: 700, spacing: 'linear', theme: 'dark' };
const grid = readGrid(picture());

function pixel(pixels: Uint8ClampedArray, x: number, y: number): number[] {
  return [...pixels.subarray((y * 3 + x) * 4, (y * 3 + x) * 4 + 4)];
}

describe('pixelsOf', () => {
  it('draws time from left to right and price from below, and nothing where nothing stands', () => {
    const pixels = pixelsOf(grid, scale, 'both');
    expect(pixel(pixels, 1, 0)).toEqual([...colourAt('dark', 1)]);
    expect(pixel(pixels, 0, 1)[3]).toBeGreaterThan(0);
    for (const [x, y] of [[0, 0], [2, 0], [1, 1], [2, 1]] as const) {
      expect(pixel(pixels, x, y)).toEqual([0, 0, 0, 0]);
    }
  });

  it('draws the chosen side only', () => {
    expect(pixel(pixelsOf(grid, scale, 'long'), 1, 0)).toEqual([0, 0, 0, 0]);
    expect(pixel(pixelsOf(grid, scale, 'short'), 0, 1)).toEqual([0, 0, 0, 0]);
  });

  it('draws less with a higher limit', () => {
    expect(pixel(pixelsOf(grid, { ...scale, from: 600 }, 'both'), 0, 1)).toEqual([0, 0, 0, 0]);
  });
});
