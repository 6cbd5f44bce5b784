import { useTexts } from '../language/language';
import { layoutTexts } from './texts';

/** To what was measured of the map. In a tab of its own: that page has no script and could not lead back to the same language and contract. */
export function AccuracyLink() {
  const texts = useTexts(layoutTexts);
  return (
    <a href="/accuracy.html" hrefLang="en" target="_blank" rel="noopener">
      {texts.accuracy}
    </a>
  );
}
