import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../language/language';
import { ask, type ApiError } from './client';
import type { Meta } from './contracts';
import { Poller } from './poller';

/** What is known of something that is asked for again and again. */
export interface Polled<T> {
  /** The last good answer; null before the first. */
  readonly data: T | null;
  /** When it came, Unix ms. */
  readonly receivedAt: number | null;
  /** Why there is no newer one; null when the last call succeeded. */
  readonly error: ApiError | null;
}

const nothing: Polled<never> = { data: null, receivedAt: null, error: null };

/** Keeps asking for a route, every so many seconds; null asks for nothing. The last good answer stays until the route changes. */
export function usePolled<T extends { readonly meta: Meta }>(route: string | null, language: Language, seconds: number): Polled<T> {
  const [known, setKnown] = useState<{ route: string | null; polled: Polled<T> }>({ route, polled: nothing });
  useEffect(() => {
    if (route === null) {
      return;
    }

    const path = `${route}${route.includes('?') ? '&' : '?'}lang=${language}`;
    const poller = new Poller<T>(
      (signal) => ask<T>(path, signal),
      seconds,
      (data) => setKnown({ route, polled: { data, receivedAt: Date.now(), error: null } }),
      (error) => setKnown((before) => ({ route, polled: { ...(before.route === route ? before.polled : nothing), error } })),
    );
    poller.start();
    return () => poller.stop();
  }, [route, language, seconds]);
  return known.route === route ? known.polled : nothing;
}
