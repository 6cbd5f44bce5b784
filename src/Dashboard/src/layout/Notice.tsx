import type { ApiError } from '../api/client';
import type { Meta } from '../api/contracts';
import type { Polled } from '../api/usePolled';
import { useFormats } from '../format/formats';
import { useTexts } from '../language/language';
import { KeyForm } from './KeyForm';
import { SentenceOfSymbols } from './SentenceOfSymbols';
import { layoutTexts } from './texts';
import { useNow } from './useNow';

interface Props {
  readonly polled: Polled<{ readonly meta: Meta }>;
  /** Of a card: the page has a notice of its own, which is the one that interrupts a screen reader and asks for a key. */
  readonly ofCard?: boolean;
}

/** Why what is shown is not of now, or why nothing is: loading, stale, failing. Nothing when all is well. */
export function Notice({ polled, ofCard = false }: Props) {
  const texts = useTexts(layoutTexts);
  const formats = useFormats();
  const { data, receivedAt, error } = polled;
  if (error?.code === 'unauthorized' && !ofCard) {
    return <KeyForm />;
  }

  if (error !== null) {
    return (
      <div class="notice error" data-testid="error">
        <span aria-hidden="true">✖ </span>
        <span role={ofCard ? 'status' : 'alert'}>
          <SentenceOfSymbols sentence={sentenceOf(error, texts)} symbols={error.closestSymbols} />
        </span>{' '}
        {receivedAt !== null && <Age since={receivedAt} />}
      </div>
    );
  }

  const role = ofCard ? undefined : 'status';
  if (data === null) {
    return (
      <div class="notice" role={role} data-testid="loading">
        {texts.loading}
      </div>
    );
  }

  return data.meta.stale ? (
    <div class="notice warning" role={role} data-testid="stale">
      <span aria-hidden="true">▲ </span>
      {texts.stale(formats.time(data.meta.as_of))}
    </div>
  ) : null;
}

function sentenceOf({ code, message }: ApiError, texts: typeof layoutTexts.en): string {
  // What the gateway says of its key is for programs.
  const own: Readonly<Record<string, string>> = { unauthorized: `${texts.key}.`, unreachable: texts.unreachable, unreadable: texts.unreadable };
  return own[code] ?? message;
}

/** It changes every second, which nobody wants read out. */
function Age({ since }: { readonly since: number }) {
  const texts = useTexts(layoutTexts);
  const formats = useFormats();
  return <span aria-live="off">{texts.failing(formats.age((useNow() - since) / 1000))}</span>;
}
