import { Component } from 'preact';
import type { ScreenerRow } from '../api/contracts';
import { formats, unknown } from '../format/formats';
import { toneOf } from '../format/tone';
import type { Language } from '../language/language';
import { isPlain } from '../layout/plainClick';
import { columns } from './rows';
import { marketTexts } from './texts';

interface Props {
  readonly row: ScreenerRow;
  readonly timeLeft: string | null;
  /** Whether Tab leads to it: one row of all, from where the arrow keys go on. */
  readonly reachable: boolean;
  readonly language: Language;
  readonly onOpen: (symbol: string) => void;
}

/** A contract of the market table. A class, since an answer brings a new object for every row, of which few are different: only those are drawn again. */
export class MarketRow extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { row, ...rest } = this.props;
    return differs(Object.keys(rest) as (keyof typeof rest)[], rest, next) || differs(shown, row, next.row);
  }

  override render({ row, timeLeft, reachable, language, onOpen }: Props) {
    const format = formats[language];
    const texts = marketTexts[language];
    // Anywhere on the row, for the pointer, unless it has just selected a number; the name is the link, for all else.
    const onClick = (event: MouseEvent) => {
      if (isPlain(event) && (isOnLink(event) || getSelection()?.isCollapsed !== false)) {
        event.preventDefault();
        onOpen(row.symbol);
      }
    };
    return (
      <tr role="row" data-symbol={row.symbol} onClick={onClick}>
        <th scope="row" role="rowheader">
          <a href={`?symbol=${encodeURIComponent(row.symbol)}&lang=${language}`} tabIndex={reachable ? 0 : -1}>
            {row.symbol}
          </a>
        </th>
        <td role="cell">{format.price(row.price)}</td>
        <Signed text={format.signedPercent(row.price_change_24h, 2)} />
        <td role="cell">{format.money(row.volume_24h_usdt)}</td>
        <Signed text={format.signedPercent(row.rate, 4)} />
        <Signed text={format.signedPercent(row.rate_8h, 4)} />
        <Signed text={format.signedPercent(row.apr, 1)} />
        <td role="cell">
          {row.reason === 'interval_assumed' && (
            <span class="label" role="img" aria-label={texts.assumed} title={texts.assumed}>
              ◆{' '}
            </span>
          )}
          {row.interval_hours === null ? unknown : texts.hours(row.interval_hours)}
        </td>
        <td role="cell" class={row.cap_utilisation !== null && row.cap_utilisation >= nearCap ? 'near-cap' : undefined}>{format.percent(row.cap_utilisation, 1)}</td>
        <td role="cell">{timeLeft ?? unknown}</td>
        <Signed text={format.signedPercent(row.index_basis, 3)} />
      </tr>
    );
  }
}

function isOnLink({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest('a') !== null;
}

/** Percent of the room to the cap from where the service calls a rate extreme. */
const nearCap = 75;

function Signed({ text }: { readonly text: string }) {
  return <td role="cell" class={toneOf(text)}>{text}</td>;
}

const shown = [...columns, 'reason'] as const;

function differs<T>(names: readonly (keyof T)[], before: T, after: T): boolean {
  return names.some((name) => before[name] !== after[name]);
}
