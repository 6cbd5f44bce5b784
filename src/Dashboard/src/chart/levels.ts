import type { LiquidationAnswer, Side } from '../api/contracts';
import type { Formats } from '../format/formats';
import type { LabelledLine } from './marketChart';
import type { ChartTexts } from './texts';
import type { Theme } from './theme';

/** More labels than this cover each other. */
const mostWhales = 6;

/** The prices that are named on the chart: the nearest level of each side, and the largest whale targets besides. */
export function linesOf({ levels, whale_targets }: LiquidationAnswer, theme: Pick<Theme, 'longs' | 'shorts'>, texts: ChartTexts, formats: Formats): LabelledLine[] {
  const colour = (side: Side) => (side === 'LONG' ? theme.longs : theme.shorts);
  const nearest = ([['LONG', levels.nearest_long], ['SHORT', levels.nearest_short]] as const).flatMap(([side, level]): LabelledLine[] =>
    level === null ? [] : [{ price: level.price, title: `${texts.nearest[side]} ${formats.money(level.volume)}`, colour: colour(side), style: 'solid' }],
  );
  const whales = whale_targets
    .filter(({ price }) => nearest.every((line) => line.price !== price))
    .toSorted((one, other) => other.total_volume - one.total_volume)
    .slice(0, mostWhales)
    .map(({ price, side, total_volume }): LabelledLine => ({ price, title: `${texts.whale[side]} ${formats.money(total_volume)}`, colour: colour(side), style: 'dashed' }));
  return [...nearest, ...whales];
}
