const multiples: Record<string, number> = { '': 1, k: 1e3, m: 1e6, b: 1e9 };

/** Reads an amount as people type it: 250000, 250k, 1.5M, 1,5 M, 2B. Null when it is none. */
export function parseAmount(text: string): number | null {
  const match = /^(\d+(?:[.,]\d+)?)\s*([kmb]?)$/i.exec(text.trim());
  if (match === null) {
    return null;
  }

  const amount = Number(match[1]!.replace(',', '.')) * multiples[match[2]!.toLowerCase()]!;
  return amount > 0 ? amount : null;
}
