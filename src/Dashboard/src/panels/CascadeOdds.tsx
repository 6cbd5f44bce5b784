import type { Cascade, Skill } from '../api/contracts';
import { useFormats } from '../format/formats';
import { useTexts } from '../language/language';
import { againstBaseRate } from './odds';
import { Meter } from './parts/Meter';
import { liquidationTexts } from './texts/liquidation';

interface Props {
  readonly cascade: Cascade;
  readonly symbol: string;
}

/** How likely a cascade is in each direction, beside how often one comes anyway and how good such statements were. */
export function CascadeOdds({ cascade, symbol }: Props) {
  const texts = useTexts(liquidationTexts);
  const sample = cascade.sample?.symbol ?? null;
  return (
    <>
      <h3>{texts.cascade(cascade.horizon_hours)}</h3>
      <Direction name="down" probability={cascade.downside} baseRate={cascade.base_rate_down} />
      <Direction name="up" probability={cascade.upside} baseRate={cascade.base_rate_up} />
      <p class="label">{texts.event(cascade.multiple)}</p>
      <p class="label" title={texts.skillTitle}>
        {texts.skill}: ▼ <SkillText skill={cascade.brier_skill_down} /> · ▲ <SkillText skill={cascade.brier_skill_up} />
      </p>
      {sample !== null && (!cascade.calibrated || sample !== symbol) && (
        <p class="warn" data-testid="not-calibrated">
          <span aria-hidden="true">◆</span> {texts.notCalibrated(symbol, sample)}
        </p>
      )}
    </>
  );
}

function Direction({ name, probability, baseRate }: { readonly name: 'up' | 'down'; readonly probability: number | null; readonly baseRate: number | null }) {
  const texts = useTexts(liquidationTexts);
  const formats = useFormats();
  const against = againstBaseRate(probability, baseRate);
  return (
    <div class="odds" data-testid={`cascade-${name}`}>
      <span class={name}>
        <span aria-hidden="true">{name === 'up' ? '▲' : '▼'}</span> {texts[name]}
      </span>
      <strong>{formats.percent(percent(probability), 0)}</strong>
      <Meter value={percent(probability)} tick={percent(baseRate)} tone={name} />
      {baseRate !== null && <span class="label">{texts.against[against](formats.percent(percent(baseRate), 0))}</span>}
    </div>
  );
}

function SkillText({ skill }: { readonly skill: Skill | null }) {
  const texts = useTexts(liquidationTexts);
  const { ratio } = useFormats();
  if (skill === null) {
    return <>{ratio(null)}</>;
  }

  // An interval that reaches zero leaves open whether there is any skill at all.
  const unproven = skill.low <= 0;
  return (
    <>
      {ratio(skill.value)} ({texts.interval(ratio(skill.low), ratio(skill.high))}
      {unproven && `, ${texts.unproven}`})
    </>
  );
}

function percent(fraction: number | null): number | null {
  return fraction === null ? null : fraction * 100;
}
