import type { ScreenerRow } from '../api/contracts';

/** What a search offers: contracts whose symbol or base asset is the text, then begins with it, then has it in it; among equals the most traded first. */
export function searchSymbols(rows: readonly ScreenerRow[], text: string, limit: number): ScreenerRow[] {
  const sought = symbolOf(text);
  return rows
    .map((row) => ({ row, rank: rankOf(row, sought) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => a.rank! - b.rank! || (b.row.volume_24h_usdt ?? 0) - (a.row.volume_24h_usdt ?? 0))
    .slice(0, limit)
    .map(({ row }) => row);
}

/** A typed text as a symbol is written. */
export function symbolOf(text: string): string {
  return text.trim().toUpperCase();
}

function rankOf(row: ScreenerRow, sought: string): number | null {
  const names = [row.symbol, row.base_asset];
  return names.includes(sought) ? 0 : names.some((name) => name.startsWith(sought)) ? 1 : row.symbol.includes(sought) ? 2 : null;
}
