import type { LiquidationAnswer, Side } from '../api/contracts';
import type { Formats } from '../format/formats';
import type { Sides } from '../heatmap/grid';
import type { LabelledLine } from './labelledLine';
import type { ChartTexts } from './texts';
import type { Theme } from './theme';

/** More labels than this cover each other. */
const mostWhales = 6;

/** The prices that are named on the chart: the nearest cluster of each side, and the largest whale targets besides. */
export function linesOf({ levels, whale_targets }: LiquidationAnswer, sides: Sides, theme: Pick<Theme, 'longs' | 'shorts'>, texts: ChartTexts, formats: Formats): LabelledLine[] {
  const colour = (side: Side) => (side === 'LONG' ? theme.longs : theme.shorts);
  const isShown = (side: Side) => sides === 'both' || side.toLowerCase() === sides;
  const nearest = ([['LONG', levels.nearest_long], ['SHORT', levels.nearest_short]] as const).flatMap(([side, level]): LabelledLine[] =>
    level === null || !isShown(side) ? [] : [{ price: level.price, title: `${texts.nearest[side]} ${formats.money(level.volume)}`, colour: colour(side), style: 'solid' }],
  );
  const whales = whale_targets
    .filter(({ price, side }) => isShown(side) && nearest.every((line) => line.price !== price))
    .toSorted((one, other) => other.total_volume - one.total_volume)
    .slice(0, mostWhales)
    .map(({ price, side, total_volume }): LabelledLine => ({ price, title: `${texts.whale[side]} ${formats.money(total_volume)}`, colour: colour(side), style: 'dashed' }));
  return [...nearest, ...whales];
}
