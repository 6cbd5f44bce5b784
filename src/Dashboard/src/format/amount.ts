import type { Language } from '../language/language';

/** What a letter behind a number stands for: a Turkish B is a thousand, an English one a billion. */
const multiples: Record<Language, Record<string, number>> = {
  en: { '': 1, k: 1e3, m: 1e6, b: 1e9, bn: 1e9 },
  tr: { '': 1, k: 1e3, b: 1e3, bin: 1e3, m: 1e6, mn: 1e6, mr: 1e9 },
};

/** Reads an amount as people type it: 250000, 250,000, 250k, 1.5M, 1,5 Mn, $2B, 1e6. Null when it is none. */
export function parseAmount(text: string, language: Language): number | null {
  const match = /^\$?\s*([\d.,]+(?:e\d{1,2})?)\s*([a-z]*)$/i.exec(text.trim());
  const multiple = match === null ? undefined : multiples[language][match[2]!.toLowerCase()];
  if (match === null || multiple === undefined) {
    return null;
  }

  // Three digits behind a mark are thousands, unless a letter says that it is a decimal.
  const digits = match[1]!;
  const isGrouped = match[2] === '' ? /^\d{1,3}([.,]\d{3})+$/.test(digits) : /^\d{1,3}([.,]\d{3}){2,}$/.test(digits);
  const amount = Number((Number(isGrouped ? digits.replace(/[.,]/g, '') : digits.replace(',', '.')) * multiple).toPrecision(12));
  return amount > 0 && Number.isFinite(amount) ? amount : null;
}
