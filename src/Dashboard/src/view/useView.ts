import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { formatView, initialView, parseView, type View } from './view';

/** The view, and the one way to change it. */
export interface ViewState {
  readonly view: View;
  /** Changes parts of the view. Another symbol or page is a step that the browser's back button undoes. */
  readonly change: (parts: Partial<View>) => void;
}

export const ViewContext = createContext<ViewState>({ view: initialView('en'), change: () => {} });

/** The view of the page around. */
export function useView(): ViewState {
  return useContext(ViewContext);
}

/** Keeps the view and the address of the page the same. */
export function useAddress(): ViewState {
  const initial = useMemo(() => initialView(navigator.language), []);
  const [view, setView] = useState(() => parseView(location.search, initial));
  useEffect(() => {
    const back = () => setView(parseView(location.search, initial));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, [initial]);

  const change = useCallback(
    (parts: Partial<View>) => {
      const before = parseView(location.search, initial);
      const after = { ...before, ...parts };
      const address = formatView(after, initial);
      if (after.symbol !== before.symbol || after.page !== before.page) {
        history.pushState(null, '', address);
      } else {
        history.replaceState(null, '', address);
      }

      setView(after);
    },
    [initial],
  );
  return useMemo(() => ({ view, change }), [view, change]);
}
