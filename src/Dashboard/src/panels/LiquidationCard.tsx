import type { Calibration, LiquidationAnswer } from '../api/contracts';
import type { Polled } from '../api/usePolled';
import { useTexts } from '../language/language';
import { AccuracyLink } from '../layout/AccuracyLink';
import { Notice } from '../layout/Notice';
import { CascadeOdds } from './CascadeOdds';
import { MovesTable } from './MovesTable';
import { Card } from './parts/Card';
import { SideBar } from './parts/SideBar';
import { StatusWord } from './parts/StatusWord';
import { Warnings } from './parts/Warnings';
import { liquidationTexts } from './texts/liquidation';
import { warningsOf } from './warnings';

/** How likely forced closings are, on which side, and what a move of the price sets off. */
export function LiquidationCard({ polled }: { readonly polled: Polled<LiquidationAnswer> }) {
  const texts = useTexts(liquidationTexts);
  const { data } = polled;
  return (
    <Card name="liquidations" title={texts.title}>
      <Notice polled={polled} ofCard />
      {data !== null && (
        <>
          <Warnings warnings={warningsOf(data.meta)} />
          {data.cascade_probability !== null && <CascadeOdds cascade={data.cascade_probability} symbol={data.symbol} />}
          {data.market_pressure !== null && <Pressure pressure={data.market_pressure} />}
          <MovesTable moves={data.moves} asset={data.quote_asset} liquidatedShare={data.calibration.liquidated_share} />
          <Origin calibration={data.calibration} />
        </>
      )}
    </Card>
  );
}

function Pressure({ pressure }: { readonly pressure: NonNullable<LiquidationAnswer['market_pressure']> }) {
  const texts = useTexts(liquidationTexts);
  const { status, signal, long_share: share } = pressure;
  return (
    <>
      <h3>
        {texts.pressure} <StatusWord status={status} />
      </h3>
      <SideBar left={share === null ? null : share * 100} leftName={texts.longs} rightName={texts.shorts} of="positions" />
      {/* The page has its own shapes. */}
      <p>{signal.replace(/^\p{Extended_Pictographic}\uFE0F?\s*/u, '')}</p>
    </>
  );
}

function Origin({ calibration }: { readonly calibration: Calibration }) {
  const texts = useTexts(liquidationTexts);
  const { symbol, exchanges, start_time: from, end_time: to } = calibration;
  return (
    <p class="label">
      <AccuracyLink /> {texts.calibration(symbol, exchanges.join(', '), day(from), day(to))}
    </p>
  );
}

/** With the year, unlike the times of the page: a calibration is old. */
function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
