import type { LiquidationAnswer } from '../api/contracts';
import type { Polled } from '../api/usePolled';

export function MapPage(_: { readonly liquidation: Polled<LiquidationAnswer> }) {
  return <section data-testid="chart" />;
}
