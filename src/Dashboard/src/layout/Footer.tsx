import { useTexts } from '../language/language';
import { AccuracyLink } from './AccuracyLink';
import { layoutTexts } from './texts';

/** What has to be said, out of the way. */
export function Footer({ riskWarning }: { readonly riskWarning: string | null }) {
  const texts = useTexts(layoutTexts);
  return (
    <footer>
      <p data-testid="risk-warning">{riskWarning ?? texts.riskWarning}</p>
      <p>
        <AccuracyLink /> · <a href="/swagger">{texts.api}</a> · {texts.charts}:{' '}
        <a href="https://www.tradingview.com/" target="_blank" rel="noreferrer">
          TradingView Lightweight Charts™ Copyright © 2025 TradingView, Inc.
        </a>
      </p>
    </footer>
  );
}
