import './panels.css';
import type { FundingAnswer, LiquidationAnswer } from '../api/contracts';
import type { Polled } from '../api/usePolled';
import { AlertsCard } from './AlertsCard';
import { BasisCard } from './BasisCard';
import { FundingCard } from './FundingCard';
import { LiquidationCard } from './LiquidationCard';
import { OpenInterestCard } from './OpenInterestCard';
import { PositioningCard } from './PositioningCard';

interface Props {
  readonly liquidation: Polled<LiquidationAnswer>;
  readonly funding: Polled<FundingAnswer>;
}

/** What both services say of the contract, in cards beside the map. */
export function Panels({ liquidation, funding }: Props) {
  const { data } = funding;
  const late = funding.error !== null;
  // What is wrong for both, such as an unknown symbol or a missing key, the chart says.
  const codes = new Set([liquidation.error, funding.error].flatMap((error) => error?.code ?? []));
  if (data === null && liquidation.data === null && codes.size === 1) {
    return null;
  }

  return (
    <aside class="panels">
      <LiquidationCard polled={liquidation} />
      <FundingCard polled={funding} />
      {data !== null && (
        <>
          <OpenInterestCard data={data} late={late} />
          <BasisCard data={data} late={late} />
          <PositioningCard data={data} late={late} />
          <AlertsCard data={data} late={late} />
        </>
      )}
    </aside>
  );
}
