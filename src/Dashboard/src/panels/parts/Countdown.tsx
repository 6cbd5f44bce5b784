import { useFormats } from '../../format/formats';
import { useTexts } from '../../language/language';
import { useNow } from '../../layout/useNow';
import { partTexts } from '../texts/parts';

/** Time until a moment, counted down every second. */
export function Countdown({ to }: { readonly to: number }) {
  const texts = useTexts(partTexts);
  const formats = useFormats();
  const seconds = (to - useNow()) / 1000;
  return <strong data-testid="countdown">{seconds > 0 ? formats.countdown(seconds) : texts.due}</strong>;
}
