import { ranges, type Range } from '../api/contracts';
import { languages, type Language } from '../language/language';

/** What the reader looks at, whole: it is the address of the page, so that a link shows another the same. */
export interface View {
  readonly page: 'map' | 'market';
  readonly symbol: string;
  readonly range: Range;
  readonly language: Language;
  readonly sides: 'both' | 'long' | 'short';
  readonly priceScale: 'linear' | 'log';
  readonly colourScale: 'linear' | 'log';
  /** Cells below it are not drawn, cells above `to` in the strongest colour; USDT, null for the picture's own. */
  readonly from: number | null;
  readonly to: number | null;
  readonly levels: 'shown' | 'hidden';
  readonly profile: 'shown' | 'hidden';
  /** The market table: what is typed into its search, its column, and the least volume of 24 hours in USDT. */
  readonly search: string;
  readonly sort: string;
  readonly order: 'asc' | 'desc';
  readonly volume: number;
}

/** What an address says that says nothing. */
export function initialView(browserLanguage: string): View {
  return {
    page: 'map',
    symbol: 'BTCUSDT',
    range: '24h',
    language: browserLanguage.toLowerCase().startsWith('tr') ? 'tr' : 'en',
    sides: 'both',
    priceScale: 'linear',
    colourScale: 'linear',
    from: null,
    to: null,
    levels: 'shown',
    profile: 'shown',
    search: '',
    sort: 'volume_24h_usdt',
    order: 'desc',
    volume: 0,
  };
}

const choices = {
  page: ['map', 'market'],
  range: ranges,
  language: languages,
  sides: ['both', 'long', 'short'],
  priceScale: ['linear', 'log'],
  colourScale: ['linear', 'log'],
  levels: ['shown', 'hidden'],
  profile: ['shown', 'hidden'],
  order: ['asc', 'desc'],
} as const satisfies Partial<Record<keyof View, readonly string[]>>;

/** Reads an address. What it does not say, or says wrongly, is as at first. */
export function parseView(query: string, initial: View): View {
  const sent = new URLSearchParams(query);
  const view: Record<string, unknown> = { ...initial };
  for (const [name, allowed] of Object.entries(choices)) {
    const value = sent.get(nameInAddress(name));
    if (value !== null && (allowed as readonly string[]).includes(value)) {
      view[name] = value;
    }
  }

  for (const name of ['from', 'to', 'volume'] as const) {
    const value = Number(sent.get(name) ?? Number.NaN);
    if (Number.isFinite(value) && value > 0) {
      view[name] = value;
    }
  }

  // Whether it is a symbol, the service knows; what is sent is at most what it takes.
  view['symbol'] = sent.get('symbol')?.trim().toUpperCase().slice(0, 40) || initial.symbol;
  view['search'] = sent.get('search') ?? initial.search;
  view['sort'] = sent.get('sort') ?? initial.sort;
  return view as unknown as View;
}

/** Writes an address, of what differs from the first view and always of the symbol. */
export function formatView(view: View, initial: View): string {
  const query = new URLSearchParams({ symbol: view.symbol });
  for (const [name, value] of Object.entries(view)) {
    if (name !== 'symbol' && value !== null && value !== initial[name as keyof View]) {
      query.set(nameInAddress(name), String(value));
    }
  }

  return `?${query.toString()}`;
}

/** Changes parts of a view. Limits of colours are amounts of one picture: they mean nothing for another contract or range. */
export function changeView(view: View, parts: Partial<View>): View {
  const after = { ...view, ...parts };
  return after.symbol === view.symbol && after.range === view.range ? after : { ...after, from: parts.from ?? null, to: parts.to ?? null };
}

function nameInAddress(name: string): string {
  return name === 'language' ? 'lang' : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
