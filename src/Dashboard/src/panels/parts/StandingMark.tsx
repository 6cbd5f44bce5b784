import type { Standing } from '../../api/contracts';
import { unknown, useFormats } from '../../format/formats';
import { useTexts } from '../../language/language';
import { isUnusual } from '../standing';
import { partTexts } from '../texts/parts';
import { Meter } from './Meter';

/** Where a number stands among its own past: percentile, and of how many readings. */
export function StandingMark({ standing }: { readonly standing: Standing | null | undefined }) {
  const texts = useTexts(partTexts);
  if (!standing) {
    return <>{unknown}</>;
  }

  return (
    <span class="standing" title={texts.among(standing.n)}>
      <Meter value={null} tick={standing.percentile} /> <Percentile standing={standing} />{' '}
      <span class="label">n {standing.n}</span>
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

  const marked = isUnusual(standing);
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
