import type { Meta, ScreenerRow } from '../api/contracts';
import { columns } from './rows';

/** Rows as a spreadsheet reads them: a header, numbers with a point, times in UTC by ISO 8601, unknown as nothing, and on each row where it comes from. */
export function csvOf(rows: readonly ScreenerRow[], source: Meta['source']): string {
  const lines = rows.map((row) =>
    [...columns.map((column) => (column === 'next_funding_time' ? isoTime(row[column]) : row[column])), source].map(cell).join(','),
  );
  // The byte order mark tells Excel that it is UTF-8: some symbols are Chinese.
  return `\uFEFF${[[...columns, 'source'].join(','), ...lines].join('\r\n')}\r\n`;
}

/** Name of the file, with the time in UTC; what is not the market's says so. */
export function csvName(source: Meta['source'], now: number): string {
  const time = new Date(now).toISOString().slice(0, 19).replaceAll(':', '');
  return `market-${time}Z${source === 'binance' ? '' : `-${source}`}.csv`;
}

function cell(value: string | number | null): string {
  if (typeof value !== 'string') {
    return value === null ? '' : String(value);
  }

  // A spreadsheet would run a text that begins so as a formula.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isoTime(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
