import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { changeView, formatView, initialView, parseView, type View } from './view';

/** The view, and the one way to change it. */
export interface ViewState {
  readonly view: View;
  /** Changes parts of the view. Another symbol or page is a step that the browser's back button undoes. */
  readonly change: (parts: Partial<View>) => void;
  /** The address of the view with parts of it changed. */
  readonly addressOf: (parts: Partial<View>) => string;
}

export const ViewContext = createContext<ViewState>({ view: initialView('en'), change: () => {}, addressOf: () => '' });

/** The view of the page around. */
export function useView(): ViewState {
  return useContext(ViewContext);
}

/** A slider changes the view more often than browsers let a page change its address. */
const settled = 300;

/** Keeps the view and the address of the page the same. */
export function useAddress(): ViewState {
  const initial = useMemo(() => initialView(navigator.language), []);
  const [view, setView] = useState(() => parseView(location.search, initial));
  const current = useRef(view);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const show = useCallback((next: View) => {
    clearTimeout(timer.current);
    current.current = next;
    setView(next);
  }, []);

  useEffect(() => {
    const back = () => show(parseView(location.search, initial));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, [initial, show]);

  const change = useCallback(
    (parts: Partial<View>) => {
      const before = current.current;
      const after = changeView(before, parts);
      show(after);
      if (after.symbol !== before.symbol || after.page !== before.page) {
        history.replaceState(null, '', formatView(before, initial));
        history.pushState(null, '', formatView(after, initial));
      } else {
        timer.current = setTimeout(() => history.replaceState(null, '', formatView(after, initial)), settled);
      }
    },
    [initial, show],
  );
  const addressOf = useCallback((parts: Partial<View>) => formatView(changeView(view, parts), initial), [view, initial]);
  return useMemo(() => ({ view, change, addressOf }), [view, change, addressOf]);
}
