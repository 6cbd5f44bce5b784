import type { FundingAnswer } from '../api/contracts';
import { useFormats } from '../format/formats';
import { useTexts } from '../language/language';
import { BlockNotes } from './parts/BlockNotes';
import { Card } from './parts/Card';
import { Figure } from './parts/Figure';
import { Meter } from './parts/Meter';
import { Signed } from './parts/Signed';
import { Percentile, StandingMark } from './parts/StandingMark';
import { StatusWord } from './parts/StatusWord';
import { Warnings } from './parts/Warnings';
import type { FundingCardProps } from './fundingCardProps';
import { openInterestTexts } from './texts/openInterest';
import { fundingWarningsOf } from './warnings';

type OpenInterest = NonNullable<FundingAnswer['open_interest']>;

/** How much is open, how that changed, and what the price did meanwhile. */
export function OpenInterestCard({ data, late }: FundingCardProps) {
  const texts = useTexts(openInterestTexts);
  const formats = useFormats();
  const interest = data.open_interest;
  const quadrant = interest?.quadrant ?? null;
  return (
    <Card name="open-interest" late={late} title={texts.title} status={quadrant && <StatusWord status={quadrant.status} />}>
      <BlockNotes blocks={data.blocks} names={['open_interest', 'open_interest_history']} />
      <Warnings warnings={fundingWarningsOf(data, 'openInterest')} />
      {interest !== null && (
        <>
          <dl class="headline">
            <Figure label={texts.value}>{formats.money(interest.value_usdt)}</Figure>
            <Figure label={texts.contracts}>{formats.number(interest.value, interest.value < 1000 ? 1 : 0)}</Figure>
            <Figure label={texts.toVolume} title={texts.toVolumeTitle}>
              {formats.ratio(interest.to_volume_24h)}
            </Figure>
          </dl>
          {quadrant !== null && (
            <p>
              <span class="label">{texts.together(texts.windowOf[quadrant.window] ?? quadrant.window)}:</span> {quadrant.signal}
            </p>
          )}
          {interest.changes.length > 0 && <Changes changes={interest.changes} />}
          <Place interest={interest} />
        </>
      )}
    </Card>
  );
}

function Changes({ changes }: { readonly changes: OpenInterest['changes'] }) {
  const texts = useTexts(openInterestTexts);
  return (
    <table aria-label={texts.changes} data-testid="open-interest-changes">
      <thead>
        <tr>
          <th scope="col">{texts.window}</th>
          <th scope="col">{texts.contracts}</th>
          <th scope="col">{texts.percentile}</th>
          <th scope="col">{texts.usdt}</th>
          <th scope="col">{texts.price}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.window}>
            <th scope="row">{texts.windowOf[change.window] ?? change.window}</th>
            <td>
              <Signed value={change.contracts_percent} digits={2} />
            </td>
            <td>
              <Percentile standing={change.standing} />
            </td>
            <td>
              <Signed value={change.usdt_percent} digits={2} />
            </td>
            <td>
              <Signed value={change.price_percent} digits={2} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Place({ interest }: { readonly interest: OpenInterest }) {
  const texts = useTexts(openInterestTexts);
  const formats = useFormats();
  const range = interest.range_30d;
  return (
    <dl class="figures">
      <Figure label={texts.standing}>
        <StandingMark standing={interest.standing} />
      </Figure>
      {range !== null && (
        <Figure label={texts.range}>
          <span class="label">{formats.money(range.low)}</span> <Meter value={null} tick={range.position} /> <span class="label">{formats.money(range.high)}</span>{' '}
          {formats.percent(range.position, 0)}
        </Figure>
      )}
      <Figure label={texts.toMarketCap}>{formats.percent(interest.to_market_cap, 2)}</Figure>
    </dl>
  );
}
