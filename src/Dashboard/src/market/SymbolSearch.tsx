import type { ScreenerAnswer } from '../api/contracts';
import type { Polled } from '../api/usePolled';

export function SymbolSearch(_: { readonly screener: Polled<ScreenerAnswer> }) {
  return <span />;
}
