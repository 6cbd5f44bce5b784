import { clockAhead } from '../api/clock';
import type { FundingAnswer } from '../api/contracts';
import type { Polled } from '../api/usePolled';
import { unknown, useFormats } from '../format/formats';
import { useTexts } from '../language/language';
import { Notice } from '../layout/Notice';
import { BlockNotes } from './parts/BlockNotes';
import { Card } from './parts/Card';
import { Countdown } from './parts/Countdown';
import { Figure } from './parts/Figure';
import { Meter } from './parts/Meter';
import { Signed } from './parts/Signed';
import { StandingMark } from './parts/StandingMark';
import { StatusWord } from './parts/StatusWord';
import { Warnings } from './parts/Warnings';
import { RealisedFunding } from './RealisedFunding';
import { fundingTexts } from './texts/funding';
import { fundingWarningsOf } from './warnings';

type Funding = NonNullable<FundingAnswer['funding_rate']>;

/** What holding the contract costs, and how unusual that is. */
export function FundingCard({ polled }: { readonly polled: Polled<FundingAnswer> }) {
  const texts = useTexts(fundingTexts);
  const { data } = polled;
  const funding = data?.funding_rate ?? null;
  return (
    <Card name="funding" title={texts.title} status={funding && <StatusWord status={funding.status} />}>
      <Notice polled={polled} ofCard />
      {data !== null && (
        <>
          <BlockNotes blocks={data.blocks} names={['funding_rate', 'funding_history']} />
          <Warnings warnings={fundingWarningsOf(data, 'funding')} />
        </>
      )}
      {funding !== null && (
        <>
          <dl class="headline">
            <Figure label={texts.rate(funding.interval_hours)}>
              <Signed value={funding.current} digits={4} />
            </Figure>
            <Figure label={texts.rate8h}>
              <Signed value={funding.rate_8h} digits={4} />
            </Figure>
            <Figure label={texts.apr}>
              <Signed value={funding.apr} digits={2} />
            </Figure>
          </dl>
          <p>{funding.warning}</p>
          <Details funding={funding} receivedAt={polled.receivedAt} />
          <RealisedFunding realised={funding.realised} />
        </>
      )}
    </Card>
  );
}

function Details({ funding, receivedAt }: { readonly funding: Funding; readonly receivedAt: number | null }) {
  const texts = useTexts(fundingTexts);
  const formats = useFormats();
  const { next_funding_time: next, projected, last_settled: settled, streak, interval_risk: risk } = funding;
  const rate = (value: number | null | undefined) => formats.signedPercent(value, 4);
  return (
    <dl class="figures">
      <Figure label={texts.next}>
        {next === null ? (
          unknown
        ) : (
          <>
            <Countdown to={next + clockAhead(next, funding.countdown_seconds, receivedAt)} /> <span class="label">{formats.time(next)} UTC</span>
          </>
        )}
      </Figure>
      <Figure label={texts.level}>{funding.level === null ? unknown : <StatusWord status={funding.level} />}</Figure>
      {funding.standings.map((standing) => (
        <Figure key={standing.days} label={texts.percentile(standing.days)}>
          <StandingMark standing={standing} />
        </Figure>
      ))}
      <Figure label={texts.capUse}>
        <Meter value={funding.cap_utilisation} tone="warn" /> {formats.percent(funding.cap_utilisation, 1)}{' '}
        <span class="label">
          <Limits floor={funding.floor} cap={funding.cap} />
        </span>
      </Figure>
      <Figure label={texts.projected} title={texts.projectedTitle}>
        {projected !== null && projected.low !== projected.high ? texts.range(rate(projected.low), rate(projected.high)) : rate(projected?.low)}
      </Figure>
      <Figure label={texts.settled}>
        {rate(settled?.rate)} {settled !== null && <span class="label">{formats.time(settled.time)} UTC</span>}
      </Figure>
      <Figure label={texts.streak}>
        {streak === null ? (
          unknown
        ) : (
          <>
            {texts.streakOf(streak.side, streak.settlements, streak.at_least)} <span class="label">{formats.time(streak.since)}</span>
          </>
        )}
      </Figure>
      <Figure label={texts.intervalRisk}>
        {risk === null ? unknown : <StatusWord status={risk.status} />} {risk !== null && risk.status !== 'NONE' && <span class="reason">{risk.reason}</span>}
      </Figure>
    </dl>
  );
}

function Limits({ floor, cap }: { readonly floor: number | null; readonly cap: number | null }) {
  const texts = useTexts(fundingTexts);
  const formats = useFormats();
  if (floor === null || cap === null) {
    return <>{texts.limitsUnknown}</>;
  }

  return <>{cap === -floor ? `±${formats.percent(cap, 2)}` : texts.range(formats.signedPercent(floor, 2), formats.signedPercent(cap, 2))}</>;
}
