import { ranges } from '../api/contracts';
import { useTexts } from '../language/language';
import type { View } from '../view/view';
import { useView } from '../view/useView';
import { chartTexts } from './texts';

/** What of the market is shown, and how. */
export function Toolbar({ onFit, onExport }: { readonly onFit: () => void; readonly onExport: () => void }) {
  const { view, change } = useView();
  const texts = useTexts(chartTexts);
  const toggle = (name: 'levels' | 'profile') => (
    <label class="toggle">
      <input type="checkbox" checked={view[name] === 'shown'} onChange={() => change({ [name]: view[name] === 'shown' ? 'hidden' : 'shown' })} /> {texts[name]}
    </label>
  );
  return (
    <div class="toolbar">
      <Choice label={texts.range} name="range" value={view.range} options={ranges.map((range) => [range, range])} />
      <Choice label={texts.sides} name="sides" value={view.sides} options={(['both', 'long', 'short'] as const).map((side) => [side, texts.side[side]])} />
      <Choice label={texts.priceScale} name="priceScale" value={view.priceScale} options={(['linear', 'log'] as const).map((kind) => [kind, texts.spacing[kind]])} />
      {toggle('levels')}
      {toggle('profile')}
      <button type="button" onClick={onFit}>
        {texts.fit}
      </button>
      <button type="button" onClick={onExport} data-testid="export-png">
        {texts.png}
      </button>
    </div>
  );
}

interface ChoiceProps<N extends keyof View> {
  readonly label: string;
  readonly name: N;
  readonly value: View[N];
  readonly options: readonly (readonly [View[N], string])[];
}

/** One of a few values of the view. */
export function Choice<N extends keyof View>({ label, name, value, options }: ChoiceProps<N>) {
  const { change } = useView();
  return (
    <fieldset class="choice">
      <legend class="label">{label}</legend>
      {options.map(([option, text]) => (
        <button key={option} type="button" aria-pressed={option === value} data-testid={`${name}-${option}`} onClick={() => change({ [name]: option })}>
          {text}
        </button>
      ))}
    </fieldset>
  );
}
