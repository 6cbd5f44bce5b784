import { useMemo, useRef } from 'preact/hooks';
import type { Picture } from '../chart/usePicture';
import type { ThemeName } from '../chart/theme';
import type { View } from '../view/view';
import { roundUp, type ColourScale } from './colours';
import { heaviest } from './grid';

/** A limit of ours stays while the heaviest cell is between this share of it and itself, so that colours keep their meaning through refreshes. */
const leastUse = 0.5;

/** Between the limits there is always something. */
const leastRatio = 1.01;

/** The scale, null without anything to colour, and the amounts that there are, USDT. */
interface Colouring {
  readonly scale: ColourScale | null;
  readonly least: number;
  readonly most: number;
  /** Whether every cell is below the scale, so that nothing is drawn. */
  readonly isEmpty: boolean;
}

/** The scale of a picture: the reader's limits, or else the picture's own. Zooming does not change it. Null without a picture. */
export function useColourScale(picture: Picture | null, view: View, theme: ThemeName): Colouring {
  const kept = useRef({ of: '', least: 0, most: 0 });
  const { sides, colourScale: spacing, from, to } = view;
  const grid = picture?.grid ?? null;
  const of = picture === null ? '' : `${picture.symbol} ${picture.range} ${sides}`;
  const heaviestNow = useMemo(() => (grid === null ? 0 : heaviest(grid, sides)), [grid, sides]);
  const { least, most } = useMemo(() => {
    const before = kept.current;
    if (before.of !== of || heaviestNow > before.most || heaviestNow < before.most * leastUse) {
      const limit = roundUp(heaviestNow);
      kept.current = { of, least: Math.min(grid?.threshold ?? 0, limit / 2), most: limit };
    }

    return kept.current;
  }, [grid, heaviestNow, of]);
  const scale = useMemo(() => {
    const lower = from ?? least;
    return least > 0 ? { from: lower, to: Math.max(to ?? most, lower * leastRatio), spacing, theme } : null;
  }, [from, to, least, most, spacing, theme]);
  return { scale, least, most, isEmpty: scale !== null && heaviestNow < scale.from };
}
