interface Props {
  /** Filled up to there, percent. */
  readonly value: number | null;
  /** Marked there, percent. */
  readonly tick?: number | null;
  readonly tone?: 'up' | 'down' | 'warn';
}

/** A number of 0 to 100 as a bar, for the eye only: the number itself stands beside it. */
export function Meter({ value, tick = null, tone }: Props) {
  return (
    <span class="meter" aria-hidden="true">
      {value !== null && <span class={`fill ${tone ?? ''}`} style={{ width: `${within(value)}%` }} />}
      {tick !== null && <span class="tick" style={{ left: `${within(tick)}%` }} />}
    </span>
  );
}

function within(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}
