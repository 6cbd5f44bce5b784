import { useEffect, useState } from 'preact/hooks';
import { keepKey } from '../api/client';
import type { Meta } from '../api/contracts';
import type { Polled } from '../api/usePolled';
import { useFormats } from '../format/formats';
import { useTexts } from '../language/language';
import { useView } from '../view/useView';
import { layoutTexts } from './texts';

interface Props {
  readonly polled: Polled<{ readonly meta: Meta }>;
}

/** Why what is shown is not of now, or why nothing is: loading, stale, failing. Nothing when all is well. */
export function Notice({ polled }: Props) {
  const texts = useTexts(layoutTexts);
  const formats = useFormats();
  const now = useNow();
  const { data, receivedAt, error } = polled;
  if (error?.code === 'unauthorized') {
    return <KeyForm />;
  }

  if (error !== null) {
    const sentence = error.code === 'unreachable' ? texts.unreachable : error.code === 'unreadable' ? texts.unreadable : error.message;
    return (
      <div class="notice error" role="alert" data-testid="error">
        <span aria-hidden="true">✖ </span>
        {sentence} {receivedAt !== null && texts.failing(formats.age((now - receivedAt) / 1000))}
        {error.closestSymbols.length > 0 && <Closest symbols={error.closestSymbols} />}
      </div>
    );
  }

  if (data === null) {
    return (
      <div class="notice" role="status" data-testid="loading">
        {texts.loading}
      </div>
    );
  }

  return data.meta.stale ? (
    <div class="notice warning" role="status" data-testid="stale">
      <span aria-hidden="true">▲ </span>
      {texts.stale(formats.time(data.meta.as_of))}
    </div>
  ) : null;
}

function Closest({ symbols }: { readonly symbols: string[] }) {
  const { change } = useView();
  return (
    <span>
      {symbols.map((symbol) => (
        <button key={symbol} type="button" class="link" onClick={() => change({ symbol })}>
          {symbol}
        </button>
      ))}
    </span>
  );
}

function KeyForm() {
  const texts = useTexts(layoutTexts);
  return (
    <form
      class="notice warning"
      data-testid="key-form"
      onSubmit={(event) => {
        event.preventDefault();
        keepKey(String(new FormData(event.currentTarget).get('key')));
        location.reload();
      }}
    >
      <label>
        {texts.key} <input name="key" type="password" autocomplete="off" required />
      </label>
      <button type="submit">{texts.keySubmit}</button>
    </form>
  );
}

/** The present, told anew every second. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
