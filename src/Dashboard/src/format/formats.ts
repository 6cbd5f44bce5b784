import { useContext } from 'preact/hooks';
import { LanguageContext, type Language } from '../language/language';

/** What stands where a number is not known. */
export const unknown = '–';

type Maybe = number | null | undefined;

/** Numbers and times as a reader of a language writes them. All take null for "not known". */
export interface Formats {
  /** An amount in short: 221.9M, in Turkish 221,9 Mn. */
  money(value: Maybe): string;
  /** A price, with as many digits as tell it from its neighbours: 92,218.1, 3,234.51, 0.084120. */
  price(value: Maybe): string;
  /** A plain number with at most so many decimals. */
  number(value: Maybe, digits: number): string;
  /** One number over another, with two decimals: 1.32. */
  ratio(value: Maybe): string;
  /** Percent with so many decimals: 12.5%, in Turkish %12,5. */
  percent(value: Maybe, digits: number): string;
  /** The same with its sign, + too. */
  signedPercent(value: Maybe, digits: number): string;
  /** A moment, UTC: 23 Nov 01:10. */
  time(ms: Maybe): string;
  /** A time that has passed, in its largest unit: 5 s, 3 min, 2 h. */
  age(seconds: Maybe): string;
  /** Time that is left: 6:47:06. */
  countdown(seconds: Maybe): string;
}

/** The writing of numbers and times in each language. */
export const locales = { tr: 'tr-TR', en: 'en-GB' } as const;

/** British billions are written bn, which no trader writes. */
const compactLocales = { tr: 'tr-TR', en: 'en-US' } as const;

const units = {
  tr: { s: 'sn', min: 'dk', h: 'sa', d: 'gün' },
  en: { s: 's', min: 'min', h: 'h', d: 'd' },
} as const;

/** Significant digits of a price below 1,000, where exchanges' ticks are finer than a cent. */
export const priceDigits = 5;

/** From here on a price has more digits before the point than it needs. */
export const wholePrice = 1000;

/** Decimals of a price of 1,000 or more: six digits in all, but one decimal at least. */
export function decimalsOf(price: number): number {
  return Math.abs(price) < 10_000 ? 2 : 1;
}

function create(language: Language): Formats {
  const locale = locales[language];
  const short = new Intl.NumberFormat(compactLocales[language], { notation: 'compact', maximumSignificantDigits: 4 });
  const moments = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'UTC' });
  const said = (value: Maybe, write: (value: number) => string): string => (value === null || value === undefined || !Number.isFinite(value) ? unknown : write(value));
  // Making a format takes far longer than using it, and the market table writes thousands of numbers.
  const made = new Map<string, Intl.NumberFormat>();
  const numbers = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    const format = made.get(key) ?? new Intl.NumberFormat(locale, options);
    made.set(key, format);
    return format;
  };
  const fixed = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  const percent = (value: number, digits: number, signDisplay: 'auto' | 'exceptZero') => numbers({ ...fixed(digits), style: 'percent', signDisplay }).format(value / 100);
  return {
    money: (value) => said(value, (v) => short.format(v)),
    price: (value) => said(value, (v) => numbers(Math.abs(v) >= wholePrice
      ? fixed(decimalsOf(v))
      : { maximumSignificantDigits: priceDigits, minimumSignificantDigits: priceDigits }).format(v)),
    number: (value, digits) => said(value, (v) => numbers({ maximumFractionDigits: digits }).format(v)),
    ratio: (value) => said(value, (v) => numbers(fixed(2)).format(v)),
    percent: (value, digits) => said(value, (v) => percent(v, digits, 'auto')),
    signedPercent: (value, digits) => said(value, (v) => percent(v, digits, 'exceptZero')),
    time: (ms) => said(ms, (v) => moments.format(v).replace(',', '')),
    age: (seconds) => said(seconds, (v) => {
      const { s, min, h, d } = units[language];
      return v < 90 ? `${Math.max(0, Math.round(v))} ${s}` : v < 5400 ? `${Math.round(v / 60)} ${min}` : v < 129_600 ? `${Math.round(v / 3600)} ${h}` : `${Math.round(v / 86_400)} ${d}`;
    }),
    countdown: (seconds) => said(seconds, (v) => {
      const left = Math.max(0, Math.floor(v));
      const two = (n: number) => String(n).padStart(2, '0');
      return `${Math.floor(left / 3600)}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`;
    }),
  };
}

/** The formats of each language. */
export const formats: Record<Language, Formats> = { tr: create('tr'), en: create('en') };

/** The formats of the reader's language. */
export function useFormats(): Formats {
  return formats[useContext(LanguageContext)];
}
