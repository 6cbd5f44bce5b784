import { useEffect } from 'preact/hooks';
import type { FundingAnswer, LiquidationAnswer, ScreenerAnswer } from './api/contracts';
import { usePolled } from './api/usePolled';
import { MapPage } from './chart/MapPage';
import { formats } from './format/formats';
import { LanguageContext } from './language/language';
import { Footer } from './layout/Footer';
import { Header } from './layout/Header';
import { MarketTable } from './market/MarketTable';
import { Panels } from './panels/Panels';
import { useAddress, ViewContext } from './view/useView';

/** Often enough to look live; the services answer from memory and the browser sends their ETags. */
const analysisSeconds = 5;
const screenerSeconds = { map: 300, market: 10 } as const;

export function App() {
  const state = useAddress();
  const { page, symbol, range, language } = state.view;
  const name = encodeURIComponent(symbol);
  const onMap = page === 'map';
  const liquidation = usePolled<LiquidationAnswer>(onMap ? `liquidation-heatmap/analyze/${name}?range=${range}` : null, language, analysisSeconds);
  const funding = usePolled<FundingAnswer>(onMap ? `funding-derivatives/analyze/${name}` : null, language, analysisSeconds);
  const screener = usePolled<ScreenerAnswer>('funding-derivatives/screener?limit=1000', language, screenerSeconds[page]);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const price = liquidation.data?.current_price ?? null;
  useEffect(() => {
    document.title = `${onMap ? `${price === null ? '' : `${formats[language].price(price)} `}${symbol} · ` : ''}Omnipotent Futures`;
  }, [onMap, price, symbol, language]);

  return (
    <LanguageContext.Provider value={language}>
      <ViewContext.Provider value={state}>
        <Header liquidation={liquidation} screener={screener} />
        {onMap ? (
          <main class="map-page">
            <MapPage liquidation={liquidation} />
            <Panels liquidation={liquidation} funding={funding} />
          </main>
        ) : (
          <main class="market-page">
            <MarketTable screener={screener} />
          </main>
        )}
        <Footer riskWarning={(liquidation.data ?? screener.data)?.risk_warning ?? null} />
      </ViewContext.Provider>
    </LanguageContext.Provider>
  );
}
