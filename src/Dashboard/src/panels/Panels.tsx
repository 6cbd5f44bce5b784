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
  // An unknown symbol is unknown to both, and so is a key: the chart says it.
  if (data === null && liquidation.data === null && funding.error !== null && funding.error.code === liquidation.error?.code) {
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
