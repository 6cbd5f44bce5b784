import type { Meta, ScreenerRow } from '../api/contracts';
import { download } from '../files/download';
import { useFormats } from '../format/formats';
import { useTexts } from '../language/language';
import { useView } from '../view/useView';
import { csvName, csvOf } from './csv';
import { leastVolumes } from './rows';
import { marketTexts } from './texts';

interface Props {
  /** What is shown. */
  readonly rows: readonly ScreenerRow[];
  readonly total: number;
  readonly source: Meta['source'];
}

/** Which rows are shown, how many that are, and the way to take them along. */
export function MarketTools({ rows, total, source }: Props) {
  const { view, change } = useView();
  const texts = useTexts(marketTexts);
  const formats = useFormats();
  const volumes = [...new Set([...leastVolumes, view.volume])].sort((a, b) => a - b);
  return (
    <div class="market-tools">
      <input
        type="search"
        data-testid="market-search"
        aria-label={texts.filter}
        placeholder={texts.filter}
        value={view.search}
        maxLength={40}
        onInput={(event) => change({ search: event.currentTarget.value })}
      />
      <label>
        <span class="label">{texts.leastVolume}</span>{' '}
        <select data-testid="market-volume" onChange={(event) => change({ volume: Number(event.currentTarget.value) })}>
          {volumes.map((volume) => (
            <option key={volume} value={volume} selected={volume === view.volume}>
              {volume === 0 ? texts.anyVolume : `≥ ${formats.money(volume)} USDT`}
            </option>
          ))}
        </select>
      </label>
      <span class="label" role="status" data-testid="market-count">
        {texts.shown(rows.length, total)}
      </span>
      <button type="button" data-testid="market-csv" onClick={() => download(new Blob([csvOf(rows, source)], { type: 'text/csv;charset=utf-8' }), csvName(source, Date.now()))}>
        {texts.download}
      </button>
    </div>
  );
}
