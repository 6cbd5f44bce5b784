import { describe, expect, it } from 'vitest';
import { amountOf, colourAt, positionOf, roundUp, type ColourScale } from '../../src/heatmap/colours';

const scale = (parts: Partial<ColourScale> = {}): ColourScale => ({ from: 100, to: 10_000, spacing: 'log', theme: 'dark', ...parts });

/** Relative luminance of a colour over its page (WCAG 2). */
function luminance([red, green, blue, opacity]: readonly [number, number, number, number], page: number): number {
  const channel = (value: number) => {
    const part = (value * (opacity / 255) + page * (1 - opacity / 255)) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
}

describe('positionOf', () => {
  it('goes from nothing over the lower to the upper limit', () => {
    expect(positionOf(scale(), 99)).toBeNull();
    expect(positionOf(scale(), 100)).toBe(0);
    expect(positionOf(scale(), 1000)).toBeCloseTo(0.5, 12);
    expect(positionOf(scale({ spacing: 'linear' }), 5050)).toBeCloseTo(0.5, 12);
    expect(positionOf(scale(), 10_000)).toBe(1);
    expect(positionOf(scale(), 1e12)).toBe(1);
  });

  it('draws no cell in which nothing stands', () => {
    expect(positionOf(scale({ from: 0, spacing: 'linear' }), 0)).toBeNull();
  });

  it.each(['log', 'linear'] as const)('is undone by amountOf, %s', (spacing) => {
    for (const amount of [100, 250, 5000, 9999]) {
      expect(amountOf(scale({ spacing }), positionOf(scale({ spacing }), amount)!)).toBeCloseTo(amount, 6);
    }
  });
});

describe('colourAt', () => {
  it.each([
    ['dark', 17, 1],
    ['light', 255, -1],
  ] as const)('differs ever more from a %s page, in lightness alone, so that no kind of colour vision mistakes more for less', (theme, page, direction) => {
    const steps = Array.from({ length: 65 }, (_, step) => direction * luminance(colourAt(theme, step / 64), page));
    for (let step = 1; step < steps.length; step++) {
      expect(steps[step]!).toBeGreaterThanOrEqual(steps[step - 1]! - 0.004);
    }

    expect(steps.at(-1)! - steps[0]!).toBeGreaterThan(0.6);
  });

  it('stays within the scale', () => {
    expect(colourAt('dark', -1)).toEqual(colourAt('dark', 0));
    expect(colourAt('dark', 2)).toEqual(colourAt('dark', 1));
  });
});

describe('roundUp', () => {
  it.each([
    [21_438_000, 22_000_000],
    [22_000_000, 22_000_000],
    [0.0123, 0.013],
    [7, 7],
    [0, 0],
    [-5, 0],
  ])('rounds %d up to %d', (amount, rounded) => expect(roundUp(amount)).toBe(rounded));
});
