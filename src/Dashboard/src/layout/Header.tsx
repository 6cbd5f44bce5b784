import type { LiquidationAnswer, ScreenerAnswer } from '../api/contracts';
import type { Polled } from '../api/usePolled';
import { useFormats } from '../format/formats';
import { useTexts } from '../language/language';
import { SymbolSearch } from '../market/SymbolSearch';
import { useView } from '../view/useView';
import { layoutTexts } from './texts';

interface Props {
  readonly liquidation: Polled<LiquidationAnswer>;
  readonly screener: Polled<ScreenerAnswer>;
}

/** Where one is and how one gets elsewhere: pages, symbol, price, language. */
export function Header({ liquidation, screener }: Props) {
  const { view, change } = useView();
  const texts = useTexts(layoutTexts);
  const formats = useFormats();
  const { data } = liquidation;
  const move = data?.range?.change_percent;
  const source = (data ?? screener.data)?.meta.source;
  return (
    <header class="top">
      <a class="brand" href="/">
        Omnipotent Futures
      </a>
      <nav aria-label={texts.pages}>
        {(['map', 'market'] as const).map((page) => (
          <button key={page} type="button" class="tab" aria-current={view.page === page ? 'page' : undefined} onClick={() => change({ page })}>
            {texts[page]}
          </button>
        ))}
      </nav>
      <SymbolSearch screener={screener} />
      {view.page === 'map' && (
        <p class="price" data-testid="price">
          <span class="label">{texts.markPrice}</span> <strong>{formats.price(data?.current_price)}</strong>{' '}
          {move !== undefined && (
            <span class={move < 0 ? 'down' : 'up'}>
              {move < 0 ? '▼' : '▲'} {formats.signedPercent(move, 2)} <span class="label">{view.range}</span>
            </span>
          )}
        </p>
      )}
      {source !== undefined && source !== 'binance' && (
        <strong class="badge" data-testid="source">
          <span aria-hidden="true">◆ </span>
          {source === 'paper-simulated' ? texts.simulated : texts.recorded}
        </strong>
      )}
      <button type="button" class="language" lang={view.language === 'tr' ? 'en' : 'tr'} onClick={() => change({ language: view.language === 'tr' ? 'en' : 'tr' })}>
        {texts.otherLanguage}
      </button>
    </header>
  );
}
