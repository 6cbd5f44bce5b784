import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Lets the arrow keys, Home and End go from row to row of a table whose rows have a link each, while Tab leads to one of them and past it. Rows carry
 * `data-symbol`. */
export function useRovingLink(symbols: readonly string[]) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [last, setLast] = useState<string | null>(null);
  const held = focusedSymbol(body.current);

  // Moving an element within the page takes its focus away: whoever stands on a row keeps it when the rows are sorted anew.
  useLayoutEffect(() => {
    if (held !== null && focusedSymbol(body.current) === null) {
      linkOf(body.current?.querySelector(`[data-symbol="${CSS.escape(held)}"]`))?.focus({ preventScroll: true });
    }
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const row = event.target instanceof Element ? event.target.closest('tr') : null;
    const to = {
      ArrowDown: row?.nextElementSibling,
      ArrowUp: row?.previousElementSibling,
      Home: body.current?.firstElementChild,
      End: body.current?.lastElementChild,
    }[event.key];
    const link = linkOf(to);
    if (link !== null) {
      event.preventDefault();
      link.focus();
    }
  };
  const onFocusIn = () => setLast(focusedSymbol(body.current));
  const reachable = last !== null && symbols.includes(last) ? last : symbols[0];
  return { body, reachable, onKeyDown, onFocusIn };
}

function focusedSymbol(body: HTMLElement | null): string | null {
  return body?.contains(document.activeElement) === true ? (document.activeElement?.closest('tr')?.dataset['symbol'] ?? null) : null;
}

function linkOf(row: Element | null | undefined): HTMLAnchorElement | null {
  return row?.querySelector('a') ?? null;
}
