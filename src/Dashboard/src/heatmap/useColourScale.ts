import { useMemo, useRef } from 'preact/hooks';
import type { Picture } from '../chart/usePicture';
import type { ThemeName } from '../chart/theme';
import type { View } from '../view/view';
import { roundUp, type ColourScale } from './colours';
import { heaviest } from './grid';

/** A limit of ours stays while the heaviest cell is between this share of it and itself, so that colours keep their meaning through refreshes. */
const leastUse = 0.5;

/** The scale of a picture: the reader's limits, or else the picture's own. Zooming does not change it. Null without a picture. */
export function useColourScale(picture: Picture | null, view: View, theme: ThemeName): { readonly scale: ColourScale; readonly least: number; readonly most: number } | { readonly scale: null; readonly least: 0; readonly most: 0 } {
  const kept = useRef({ of: '', most: 0 });
  const { sides, colourScale: spacing, from, to } = view;
  const grid = picture?.grid ?? null;
  const of = picture === null ? '' : `${picture.symbol} ${picture.range} ${sides}`;
  const most = useMemo(() => {
    const heaviestNow = grid === null ? 0 : heaviest(grid, sides);
    const before = kept.current;
    const holds = before.of === of && heaviestNow <= before.most && heaviestNow >= before.most * leastUse;
    kept.current = holds ? before : { of, most: roundUp(heaviestNow) };
    return kept.current.most;
  }, [grid, sides, of]);
  const least = Math.min(grid?.threshold ?? 0, most / 2);
  return useMemo(
    () => (most > 0 && least > 0 ? { scale: { from: from ?? least, to: Math.max(to ?? most, (from ?? least) * 1.01), spacing, theme }, least, most } : { scale: null, least: 0, most: 0 }),
    [from, to, least, most, spacing, theme],
  );
}
