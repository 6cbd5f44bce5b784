import type { FundingAnswer, LiquidationAnswer } from '../api/contracts';
import type { Polled } from '../api/usePolled';

export function Panels(_: { readonly liquidation: Polled<LiquidationAnswer>; readonly funding: Polled<FundingAnswer> }) {
  return <aside class="panels" />;
}
