import type { FundingAnswer } from '../api/contracts';
import { useFormats } from '../format/formats';
import { useTexts } from '../language/language';
import { BlockNotes } from './parts/BlockNotes';
import { Card } from './parts/Card';
import { Figure } from './parts/Figure';
import { Signed } from './parts/Signed';
import { StandingMark } from './parts/StandingMark';
import { StatusWord } from './parts/StatusWord';
import { Warnings } from './parts/Warnings';
import type { FundingCardProps } from './fundingCardProps';
import { basisTexts } from './texts/basis';
import { fundingWarningsOf } from './warnings';

type Basis = NonNullable<FundingAnswer['basis']>;

/** How far the contract trades from spot, and what of that can be had. */
export function BasisCard({ data, late }: FundingCardProps) {
  const texts = useTexts(basisTexts);
  const formats = useFormats();
  const { basis } = data;
  return (
    <Card name="basis" late={late} title={texts.title} status={basis && <StatusWord status={basis.status} />}>
      <BlockNotes blocks={data.blocks} names={['basis', 'basis_history']} />
      <Warnings warnings={fundingWarningsOf(data, 'basis')} />
      {basis !== null && (
        <>
          <dl class="headline">
            <Figure label={texts.against[basis.spot_source]}>
              <Signed value={basis.value} digits={4} />
            </Figure>
            {basis.kind === 'delivery' ? (
              <>
                <Figure label={texts.annualised}>
                  <Signed value={basis.annualised} digits={2} />
                </Figure>
                <Figure label={texts.expiry}>{texts.daysLeft(formats.number(basis.days_to_expiry, 1))}</Figure>
              </>
            ) : (
              <Figure label={texts.indexBasis}>
                <Signed value={basis.index_basis} digits={4} />
              </Figure>
            )}
          </dl>
          <p>{basis.signal}</p>
          <Details basis={basis} />
        </>
      )}
    </Card>
  );
}

function Details({ basis }: { readonly basis: Basis }) {
  const texts = useTexts(basisTexts);
  const formats = useFormats();
  return (
    <dl class="figures">
      <Figure label={texts.futures}>{formats.price(basis.futures_price)}</Figure>
      <Figure label={texts.leg[basis.spot_source]}>{formats.price(basis.spot_price)}</Figure>
      {basis.spot_source === 'spot' && <Figure label={texts.index}>{formats.price(basis.index_price)}</Figure>}
      {basis.kind === 'delivery' && (
        <Figure label={texts.indexBasis}>
          <Signed value={basis.index_basis} digits={4} />
        </Figure>
      )}
      <Figure label={texts.buySpot} title={texts.executableTitle}>
        <Signed value={basis.executable?.buy_spot_sell_futures} digits={4} />
      </Figure>
      <Figure label={texts.sellSpot} title={texts.executableTitle}>
        <Signed value={basis.executable?.sell_spot_buy_futures} digits={4} />
      </Figure>
      <Figure label={texts.deadBand} title={texts.deadBandTitle}>
        ±{formats.percent(basis.dead_band, 3)}
      </Figure>
      <Figure label={texts.standing}>
        <StandingMark standing={basis.standing} />
      </Figure>
    </dl>
  );
}
