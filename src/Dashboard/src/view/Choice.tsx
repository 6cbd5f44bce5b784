import type { View } from './view';
import { useView } from './useView';

interface ChoiceProps<N extends keyof View> {
  readonly label: string;
  readonly name: N;
  readonly value: View[N];
  readonly options: readonly (readonly [View[N], string])[];
}

/** One of a few values of the view. */
export function Choice<N extends keyof View>({ label, name, value, options }: ChoiceProps<N>) {
  const { change } = useView();
  return (
    <fieldset class="choice">
      <legend class="label">{label}</legend>
      {options.map(([option, text]) => (
        <button key={option} type="button" aria-pressed={option === value} data-testid={`${name}-${option}`} onClick={() => change({ [name]: option })}>
          {text}
        </button>
      ))}
    </fieldset>
  );
}
