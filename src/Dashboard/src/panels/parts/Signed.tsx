import { useFormats } from '../../format/formats';
import { toneOf } from '../../format/tone';

interface Props {
  readonly value: number | null | undefined;
  readonly digits: number;
}

/** A percentage with its sign, coloured by it. */
export function Signed({ value, digits }: Props) {
  const text = useFormats().signedPercent(value, digits);
  return <span class={toneOf(text)}>{text}</span>;
}
