import { unknown, useFormats } from '../format/formats';
import { useTexts } from '../language/language';
import type { PaneName } from './marketChart';
import { paneNames } from './marketChart';
import type { Reading } from './reading';
import { chartTexts } from './texts';

interface Props {
  readonly reading: Reading | null;
  readonly panes: Record<PaneName, number | null>;
  readonly asset: string;
  /** Whether it is read out: to a reader who went there by keys, not at each move of a mouse. */
  readonly isSpoken: boolean;
}

/** What stands where the reader points, in words. Beside the map it says how to get there. */
export function Readout({ reading, panes, asset, isSpoken }: Props) {
  const texts = useTexts(chartTexts);
  const formats = useFormats();
  if (reading === null) {
    return (
      <p class="readout label" data-testid="readout">
        {texts.pointHint}
      </p>
    );
  }

  const { candle, longs, shorts, threshold } = reading;
  const amount = (usdt: number | null) => (usdt === null ? unknown : threshold > 0 ? `< ${formats.money(threshold)}` : formats.number(usdt, 0));
  const sentence = `${formats.time(reading.time)}, ${formats.price(reading.price)}: ${texts.longs} ${amount(longs)}, ${texts.shorts} ${amount(shorts)} ${asset}`;
  return (
    <>
      <p class="hidden-title" aria-live="polite">
        {isSpoken ? sentence : ''}
      </p>
      <dl class="readout" data-testid="readout" data-time={reading.time} data-price={reading.price ?? ''} data-longs={longs ?? ''} data-shorts={shorts ?? ''}>
        <Item name={texts.time} text={formats.time(reading.time)} />
        <Item name={texts.price} text={formats.price(reading.price)} />
        <Item name={texts.distance} text={formats.signedPercent(reading.distance, 2)} />
        <Item name={`▼ ${texts.longs}`} text={`${amount(longs)} ${asset}`} />
        <Item name={`▲ ${texts.shorts}`} text={`${amount(shorts)} ${asset}`} />
        {candle !== null && <Item name={texts.candle} text={candle.slice(1).map((price) => formats.price(price)).join(' / ')} />}
        {paneNames.map((pane) => (
          <Item key={pane} name={texts.panes[pane]} text={pane === 'openInterest' ? formats.money(panes[pane]) : formats.number(panes[pane], 4)} />
        ))}
      </dl>
    </>
  );
}

function Item({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div>
      <dt class="label">{name}</dt> <dd>{text}</dd>
    </div>
  );
}
