import { ranges } from '../api/contracts';
import { useTexts } from '../language/language';
import { Choice } from '../view/Choice';
import { useView } from '../view/useView';
import { chartTexts } from './texts';

/** What of the market is shown, and how. */
export function Toolbar({ isDrawn, onFit, onExport }: { readonly isDrawn: boolean; readonly onFit: () => void; readonly onExport: () => void }) {
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
      <button type="button" disabled={!isDrawn} onClick={onExport} data-testid="export-png">
        {texts.png}
      </button>
    </div>
  );
}
