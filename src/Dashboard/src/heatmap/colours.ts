/** Red, green and blue, 0 to 255. */
type Colour = readonly [number, number, number];

/** Even in lightness and told apart with every kind of colour vision: viridis (S. van der Walt and N. Smith, CC0), at eighths. */
const viridis: readonly Colour[] = [
  [68, 1, 84],
  [71, 45, 123],
  [59, 82, 139],
  [44, 114, 142],
  [33, 145, 140],
  [40, 174, 128],
  [94, 201, 98],
  [173, 220, 48],
  [253, 231, 37],
];

/** How much of the page shines through the weakest colour. */
const weakestOpacity = 0.3;

/** The colours from weakest to strongest. The strongest is the furthest from the page's own: yellow on dark, violet on light. */
export function rampOf(theme: 'dark' | 'light'): readonly Colour[] {
  return theme === 'dark' ? viridis : viridis.toReversed();
}

/** How amounts become colours. Amounts and limits in USDT. */
export interface ColourScale {
  /** Less is not drawn. */
  readonly from: number;
  /** More has the strongest colour. */
  readonly to: number;
  readonly spacing: 'log' | 'linear';
  readonly theme: 'dark' | 'light';
}

/** Where an amount stands on the scale, 0 to 1; null when it is not drawn. */
export function positionOf({ from, to, spacing }: ColourScale, amount: number): number | null {
  if (!(amount > 0) || amount < from) {
    return null;
  }

  if (amount >= to) {
    return 1;
  }

  return spacing === 'linear' ? (amount - from) / (to - from) : Math.log(amount / from) / Math.log(to / from);
}

/** The amount at a position of the scale, USDT: the inverse of {@link positionOf}. */
export function amountOf({ from, to, spacing }: Pick<ColourScale, 'from' | 'to' | 'spacing'>, position: number): number {
  return spacing === 'linear' ? from + position * (to - from) : from * (to / from) ** position;
}

/** Colour and opacity at a position of the scale, 0 to 255 each. */
export function colourAt(theme: ColourScale['theme'], position: number): readonly [number, number, number, number] {
  const ramp = rampOf(theme);
  const at = Math.min(Math.max(position, 0), 1) * (ramp.length - 1);
  const index = Math.min(Math.floor(at), ramp.length - 2);
  const [low, high] = [ramp[index]!, ramp[index + 1]!];
  const mix = (channel: 0 | 1 | 2) => Math.round(low[channel] + (at - index) * (high[channel] - low[channel]));
  return [mix(0), mix(1), mix(2), Math.round(255 * (weakestOpacity + (1 - weakestOpacity) * Math.min(Math.max(position, 0), 1)))];
}

/** The same as style sheets and canvases take it. */
export function cssColourAt(theme: ColourScale['theme'], position: number): string {
  const [red, green, blue, opacity] = colourAt(theme, position);
  return `rgb(${red} ${green} ${blue} / ${opacity / 255})`;
}

/** Rounds an amount up to two digits, for a limit that people read and that does not move with every refresh. */
export function roundUp(amount: number): number {
  if (!(amount > 0)) {
    return 0;
  }

  const step = 10 ** (Math.floor(Math.log10(amount)) - 1);
  return Number((Math.ceil(amount / step - 1e-9) * step).toPrecision(3));
}
