import type { ScreenerAnswer } from '../api/contracts';
import type { Polled } from '../api/usePolled';

export function MarketTable(_: { readonly screener: Polled<ScreenerAnswer> }) {
  return <section />;
}
