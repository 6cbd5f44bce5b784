import { describe, expect, it } from 'vitest';
import type { LiquidationAnswer, WhaleTarget } from '../../src/api/contracts';
import { linesOf } from '../../src/chart/levels';
import { chartTexts } from '../../src/chart/texts';
import { themes } from '../../src/chart/theme';
import type { Sides } from '../../src/heatmap/grid';
import { formats } from '../../src/format/formats';

const whale = (price: number, side: 'LONG' | 'SHORT', total_volume: number): WhaleTarget => ({ price, side, total_volume, cluster_size: 1, risk_level: 'HIGH', distance_percent: 1 });

const answer = (parts: Partial<LiquidationAnswer>) =>
  ({ levels: { nearest_long: null, strongest_long: null, nearest_short: null, strongest_short: null }, whale_targets: [], ...parts }) as unknown as LiquidationAnswer;

const lines = (parts: Partial<LiquidationAnswer>, sides: Sides = 'both') => linesOf(answer(parts), sides, themes.dark, chartTexts.en, formats.en);

describe('linesOf', () => {
  it('names side and size in words, not by colour alone', () => {
    expect(lines({ whale_targets: [whale(90, 'LONG', 2e6), whale(110, 'SHORT', 1.5e6)] }).map(({ title }) => title)).toEqual(['Whale long 2M', 'Whale short 1.5M']);
  });

  it('names a price once when it is the nearest level and a whale target', () => {
    const level = { price: 90, volume: 2e6, distance_percent: -10 };
    const named = lines({ levels: { nearest_long: level, strongest_long: level, nearest_short: null, strongest_short: null }, whale_targets: [whale(90, 'LONG', 2e6)] });
    expect(named).toEqual([{ price: 90, title: 'Long cluster 2M', colour: themes.dark.longs, style: 'solid' }]);
  });

  it('leaves out the side that is not looked at', () => {
    const targets = { whale_targets: [whale(90, 'LONG', 2e6), whale(110, 'SHORT', 1.5e6)] };
    expect(lines(targets, 'long').map(({ price }) => price)).toEqual([90]);
    expect(lines(targets, 'short').map(({ price }) => price)).toEqual([110]);
  });

  it('keeps the largest when there are many', () => {
    const named = lines({ whale_targets: Array.from({ length: 9 }, (_, index) => whale(100 + index, 'SHORT', index + 1)) });
    expect(named.map(({ price }) => price)).toEqual([108, 107, 106, 105, 104, 103]);
  });
});
