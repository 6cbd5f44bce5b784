/** Where a probability stands against how often the event comes anyway. */
export type Against = 'above' | 'near' | 'below' | 'unknown';

// The page writes whole percents and the calibration tells no finer.
const same = 0.025;

/** Compares a probability with its base rate, both fractions. */
export function againstBaseRate(probability: number | null, baseRate: number | null): Against {
  if (probability === null || baseRate === null) {
    return 'unknown';
  }

  return Math.abs(probability - baseRate) < same ? 'near' : probability > baseRate ? 'above' : 'below';
}

/** Longs' share in percent of a ratio of longs to shorts. */
export function longPercent(ratio: number): number {
  return (100 * ratio) / (1 + ratio);
}
