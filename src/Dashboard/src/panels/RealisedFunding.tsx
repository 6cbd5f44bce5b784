import type { FundingAnswer } from '../api/contracts';
import { useTexts } from '../language/language';
import { Figure } from './parts/Figure';
import { Signed } from './parts/Signed';
import { fundingTexts } from './texts/funding';

interface Props {
  readonly realised: NonNullable<FundingAnswer['funding_rate']>['realised'];
}

/** What was really settled over some days. */
export function RealisedFunding({ realised }: Props) {
  const texts = useTexts(fundingTexts);
  return realised.length === 0 ? null : (
    <>
      <h3>{texts.realised}</h3>
      <dl class="headline small">
        {realised.map(({ days, rate, settlements, complete }) => (
          <Figure key={days} label={texts.days(days)}>
            <Signed value={rate} digits={3} />
            <span class={complete ? 'label' : 'label warn'} title={complete ? undefined : texts.incomplete}>
              {!complete && (
                <span role="img" aria-label={texts.incomplete}>
                  ◆{' '}
                </span>
              )}
              {texts.settlements(settlements)}
            </span>
          </Figure>
        ))}
      </dl>
    </>
  );
}
