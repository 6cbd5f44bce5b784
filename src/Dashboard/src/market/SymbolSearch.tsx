import './market.css';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { ScreenerAnswer } from '../api/contracts';
import type { Polled } from '../api/usePolled';
import { useFormats } from '../format/formats';
import { useTexts } from '../language/language';
import { useView } from '../view/useView';
import { searchSymbols, symbolOf } from './search';
import { marketTexts } from './texts';

const offered = 12;

/** Where the reader types which contract to look at: a combobox after the WAI-ARIA pattern. Beside its suggestions it takes any text, since not every
 * contract is in the screener, and the service answers an unknown symbol with the nearest ones. */
export function SymbolSearch({ screener }: { readonly screener: Polled<ScreenerAnswer> }) {
  const { view, change } = useView();
  const texts = useTexts(marketTexts);
  const formats = useFormats();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const rows = screener.data?.rows;
  const found = useMemo(() => (open && rows !== undefined ? searchSymbols(rows, text ?? '', offered) : []), [open, rows, text]);
  // Without a text nothing is meant yet: Enter must not lead to the most traded contract.
  const chosen = active < 0 ? undefined : found[active];

  useSlashKey(input);

  const type = (typed: string | null) => {
    setText(typed);
    setActive(typed?.trim() ? 0 : -1);
    setOpen(typed !== null);
  };
  const go = (symbol: string) => {
    if (symbol !== '') {
      change({ symbol, page: 'map' });
      // Where one comes from the market page, the chart is there by the next frame.
      requestAnimationFrame(() => {
        input.current?.blur();
        document.querySelector<HTMLElement>('[data-testid=chart]')?.focus({ preventScroll: true });
      });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      setActive(open && found.length > 0 ? (active + step + found.length + Number(active < 0 && step < 0)) % found.length : 0);
    } else if (event.key === 'Enter') {
      go(chosen?.symbol ?? symbolOf(text ?? ''));
    } else if (event.key === 'Escape') {
      if (open) {
        setOpen(false);
      } else {
        input.current?.blur();
      }
    }
  };

  return (
    <div class="symbol-search">
      <input
        ref={input}
        type="text"
        role="combobox"
        data-testid="symbol-search"
        aria-label={texts.searchSymbol}
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && `${id}-${chosen.symbol}`}
        aria-keyshortcuts="/"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxLength={40}
        placeholder={view.page === 'map' ? view.symbol : texts.searchSymbol}
        value={text ?? (view.page === 'map' ? view.symbol : '')}
        onFocus={() => type('')}
        onBlur={() => type(null)}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
      <ul id={`${id}-list`} role="listbox" aria-label={texts.symbols} hidden={found.length === 0}>
        {found.map((row, index) => (
          <li
            key={row.symbol}
            id={`${id}-${row.symbol}`}
            role="option"
            aria-selected={row === chosen}
            // Else the input loses its focus, and with it the list, before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setActive(index)}
            onClick={() => go(row.symbol)}
          >
            <b>{row.symbol}</b> <span class="label">{formats.money(row.volume_24h_usdt)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A slash typed anywhere but into a field leads to the search. */
function useSlashKey(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
      if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        input.current?.focus();
      }
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [input]);
}
