import type { AccountRatio, FundingAnswer, Standing } from '../api/contracts';
import { useFormats } from '../format/formats';
import { useTexts } from '../language/language';
import { longPercent } from './odds';
import { BlockNotes } from './parts/BlockNotes';
import { Card } from './parts/Card';
import { Percentile } from './parts/StandingMark';
import { SideBar } from './parts/SideBar';
import { StatusWord } from './parts/StatusWord';
import { Warnings } from './parts/Warnings';
import type { FundingCardProps } from './fundingCardProps';
import { positioningTexts } from './texts/positioning';
import { fundingWarningsOf } from './warnings';

/** Who is on which side. */
export function PositioningCard({ data, late }: FundingCardProps) {
  const texts = useTexts(positioningTexts);
  const { positioning, long_short_ratio: crowd, blocks } = data;
  return (
    <Card name="positioning" late={late} title={texts.title} status={crowd && <StatusWord status={crowd.status} />}>
      <BlockNotes blocks={blocks} names={['long_short_ratio', 'top_accounts', 'top_positions', 'taker']} />
      <Warnings warnings={fundingWarningsOf(data, 'positioning')} />
      {crowd !== null && <p>{crowd.signal}</p>}
      {positioning === null ? (
        <p>{texts.nothing}</p>
      ) : (
        <>
          <Accounts name={texts.global} ratio={positioning.global_accounts} />
          <Accounts name={texts.topAccounts} ratio={positioning.top_accounts} />
          <Accounts name={texts.topPositions} ratio={positioning.top_positions} />
          <Taker taker={positioning.taker} />
          <Divergence divergence={positioning.divergence} />
        </>
      )}
    </Card>
  );
}

function Accounts({ name, ratio }: { readonly name: string; readonly ratio: AccountRatio | null }) {
  const texts = useTexts(positioningTexts);
  const long = ratio === null ? null : (ratio.long ?? longPercent(ratio.ratio));
  return <Ratio name={name} ratio={ratio?.ratio ?? null} left={long} leftName={texts.long} rightName={texts.short} of="positions" standing={ratio?.standing ?? null} />;
}

type Positioning = NonNullable<FundingAnswer['positioning']>;

function Taker({ taker }: { readonly taker: Positioning['taker'] }) {
  const texts = useTexts(positioningTexts);
  const volume = taker === null ? 0 : taker.buy_volume + taker.sell_volume;
  return (
    <Ratio
      name={texts.taker}
      ratio={taker?.ratio ?? null}
      left={taker === null || volume === 0 ? null : (100 * taker.buy_volume) / volume}
      leftName={texts.buy}
      rightName={texts.sell}
      of="trades"
      standing={taker?.standing ?? null}
    />
  );
}

interface RatioProps {
  readonly name: string;
  readonly ratio: number | null;
  readonly left: number | null;
  readonly leftName: string;
  readonly rightName: string;
  readonly of: 'positions' | 'trades';
  readonly standing: Standing | null;
}

function Ratio({ name, ratio, standing, ...sides }: RatioProps) {
  const texts = useTexts(positioningTexts);
  const formats = useFormats();
  return (
    <div class="ratio" data-testid="ratio">
      <span class="ratio-name">
        {name} <strong>{formats.ratio(ratio)}</strong>
        <span class="label">
          {texts.percentile}{' '}
          <Percentile standing={standing} />
        </span>
      </span>
      <SideBar {...sides} />
    </div>
  );
}

function Divergence({ divergence }: { readonly divergence: Positioning['divergence'] }) {
  const texts = useTexts(positioningTexts);
  const formats = useFormats();
  return divergence === null ? null : (
    <>
      <h3>
        {texts.divergence} <StatusWord status={divergence.status} />
      </h3>
      <p>
        <strong title={texts.pointsTitle}>{texts.points(formats.number(divergence.value, 1))}</strong> · {divergence.signal}
      </p>
    </>
  );
}
