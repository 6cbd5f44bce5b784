import { useFormats } from '../../format/formats';

interface Props {
  readonly value: number | null | undefined;
  readonly digits: number;
}

/** A percentage with its sign, coloured by it. */
export function Signed({ value, digits }: Props) {
  const text = useFormats().signedPercent(value, digits);
  return <span class={value === null || value === undefined || value === 0 ? undefined : value > 0 ? 'up' : 'down'}>{text}</span>;
}
