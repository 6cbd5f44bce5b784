import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useTexts } from '../language/language';
import { useFormats } from '../format/formats';
import { parseAmount } from '../format/amount';
import { useView } from '../view/useView';
import { Choice } from '../view/Choice';
import { chartTexts } from '../chart/texts';
import { amountOf, cssColourAt, type ColourScale } from './colours';

/** Steps of a slider from one end of the picture's amounts to the other, evenly in logarithms: a thousandth of what lies between is a step. */
const steps = 1000;

interface Props {
  /** What the picture is coloured by. */
  readonly scale: ColourScale;
  /** The amounts that there are, USDT. */
  readonly least: number;
  readonly most: number;
  readonly asset: string;
  readonly rowPercent: string;
}

/** What a colour means in USDT, and from where to where there are colours. */
export function Legend({ scale, least, most, asset, rowPercent }: Props) {
  const { change } = useView();
  const texts = useTexts(chartTexts);
  const formats = useFormats();
  const gradient = useMemo(() => `linear-gradient(to right, ${Array.from({ length: 33 }, (_, step) => cssColourAt(scale.theme, step / 32)).join(', ')})`, [scale.theme]);
  return (
    <div class="legend" data-testid="legend">
      <div class="scale">
        <div class="band" style={{ backgroundImage: gradient }} aria-hidden="true" />
        <div class="ticks">
          {[0, 0.25, 0.5, 0.75, 1].map((position) => (
            <span key={position}>
              {formats.money(amountOf(scale, position))}
              {position === 1 ? '+' : ''}
            </span>
          ))}
        </div>
        <span class="label">{texts.legend(asset, rowPercent)}</span>
      </div>
      <Limit name="from" label={texts.from} sliderLabel={texts.fromSlider} asset={asset} value={scale.from} least={least} most={most} onChange={(from) => change(from < scale.to ? { from } : { from, to: from * 2 })} />
      <Limit name="to" label={texts.to} sliderLabel={texts.toSlider} asset={asset} value={scale.to} least={least} most={most} onChange={(to) => change(to > scale.from ? { to } : { from: to / 2, to })} />
      <Choice label={texts.colourScale} name="colourScale" value={scale.spacing} options={(['linear', 'log'] as const).map((kind) => [kind, texts.spacing[kind]])} />
      <button type="button" onClick={() => change({ from: null, to: null })}>
        {texts.reset}
      </button>
    </div>
  );
}

interface LimitProps {
  readonly name: 'from' | 'to';
  readonly label: string;
  readonly sliderLabel: string;
  readonly asset: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (amount: number) => void;
}

/** An amount, by slider or typed. */
function Limit({ name, label, sliderLabel, asset, value, least, most, onChange }: LimitProps) {
  const formats = useFormats();
  const { language } = useView().view;
  const typed = useRef<HTMLInputElement>(null);
  const written = formats.money(value);
  useEffect(() => {
    if (typed.current !== null) {
      typed.current.value = written;
    }
  }, [written]);

  const ends = { from: least, to: most, spacing: 'log' } as const;
  const position = Math.min(Math.max(Math.log(value / least) / Math.log(most / least), 0), 1);
  return (
    <div class="limit">
      <label class="label">
        {label}
        <input
          type="range"
          min={0}
          max={steps}
          value={Math.round(position * steps)}
          aria-label={sliderLabel}
          aria-valuetext={`${written} ${asset}`}
          data-testid={`${name}-slider`}
          onInput={(event) => onChange(Number(amountOf(ends, Number(event.currentTarget.value) / steps).toPrecision(3)))}
        />
      </label>
      <input
        type="text"
        inputMode="text"
        size={7}
        ref={typed}
        aria-label={`${label}, ${asset}`}
        data-testid={`${name}-typed`}
        onChange={(event) => {
          const amount = parseAmount(event.currentTarget.value, language);
          if (amount === null) {
            event.currentTarget.value = written;
          } else {
            event.currentTarget.value = formats.money(amount);
            onChange(amount);
          }
        }}
      />
    </div>
  );
}
