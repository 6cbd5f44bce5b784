import type { LiquidationAnswer, ScreenerAnswer } from '../api/contracts';
import type { Polled } from '../api/usePolled';
import { useFormats } from '../format/formats';
import { useTexts } from '../language/language';
import { SymbolSearch } from '../market/SymbolSearch';
import { useView } from '../view/useView';
import { PageLink } from './PageLink';
import { layoutTexts, markOf } from './texts';

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
  const late = data !== null && liquidation.error !== null;
  const move = data?.range?.change_percent;
  const mark = markOf((data ?? screener.data)?.meta.source, texts);
  return (
    <header class="top">
      <PageLink page="map" class="brand">
        Omnipotent Futures
      </PageLink>
      <nav aria-label={texts.pages}>
        {(['map', 'market'] as const).map((page) => (
          <PageLink key={page} page={page} class="tab" marked>
            {texts[page]}
          </PageLink>
        ))}
      </nav>
      <SymbolSearch screener={screener} />
      {view.page === 'map' && (
        <p class={late ? 'price late' : 'price'} data-testid="price" title={late ? texts.notNow : undefined}>
          <span class="label">{texts.markPrice}</span>{' '}
          {late && (
            <span class="warn" role="img" aria-label={texts.notNow}>
              ◆
            </span>
          )}{' '}
          <strong>{formats.price(data?.current_price)}</strong>{' '}
          {move !== undefined && (
            <span class={move < 0 ? 'down' : 'up'}>
              {move < 0 ? '▼' : '▲'} {formats.signedPercent(move, 2)} <span class="label">{view.range}</span>
            </span>
          )}
        </p>
      )}
      {mark !== '' && (
        <strong class="badge" data-testid="source">
          <span aria-hidden="true">◆ </span>
          {mark}
        </strong>
      )}
      <button type="button" class="language" lang={view.language === 'tr' ? 'en' : 'tr'} onClick={() => change({ language: view.language === 'tr' ? 'en' : 'tr' })}>
        {texts.otherLanguage}
      </button>
    </header>
  );
}
