import { Fragment } from 'preact';
import { useView } from '../view/useView';

interface Props {
  readonly sentence: string;
  /** Those that the sentence names, in its order. */
  readonly symbols: readonly string[];
}

/** A sentence of the services whose symbols lead to their contracts. */
export function SentenceOfSymbols({ sentence, symbols }: Props) {
  const { change } = useView();
  const list = symbols.join(', ');
  const at = sentence.lastIndexOf(list);
  if (symbols.length === 0 || at < 0) {
    return <>{sentence}</>;
  }

  return (
    <>
      {sentence.slice(0, at)}
      {symbols.map((symbol, index) => (
        <Fragment key={symbol}>
          {index > 0 && ', '}
          <button type="button" class="link" onClick={() => change({ symbol })}>
            {symbol}
          </button>
        </Fragment>
      ))}
      {sentence.slice(at + list.length)}
    </>
  );
}
