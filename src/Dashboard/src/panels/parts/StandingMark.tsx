import type { Standing } from '../../api/contracts';
import { unknown, useFormats } from '../../format/formats';
import { useTexts } from '../../language/language';
import { partTexts } from '../texts/parts';
import { Meter } from './Meter';

/** From where, and to where, a percentile is one of the twenty most unusual in a hundred. */
const unusual = { low: 5, high: 95 } as const;

/** Where a number stands among its own past: percentile, and of how many readings. */
export function StandingMark({ standing }: { readonly standing: Standing | null | undefined }) {
  const texts = useTexts(partTexts);
  if (!standing) {
    return <>{unknown}</>;
  }

  return (
    <span class="standing" title={texts.among(standing.n)}>
      <Meter value={null} tick={standing.percentile} /> <Percentile standing={standing} /> <span class="label">n {standing.n}</span>
    </span>
  );
}

/** The percentile alone, marked when it is unusual. */
export function Percentile({ standing }: { readonly standing: Standing | null }) {
  const texts = useTexts(partTexts);
  const formats = useFormats();
  if (standing === null) {
    return <>{unknown}</>;
  }

  const marked = standing.percentile <= unusual.low || standing.percentile >= unusual.high;
  return (
    <span class={marked ? 'warn' : undefined} title={texts.among(standing.n)}>
      {marked && (
        <span role="img" aria-label={texts.unusual}>
          ◆{' '}
        </span>
      )}
      {formats.number(standing.percentile, 0)}
    </span>
  );
}
