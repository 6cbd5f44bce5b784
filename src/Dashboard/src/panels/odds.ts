/** Where a probability stands against how often the event comes anyway. */
export type Against = 'above' | 'near' | 'below';

// The page writes whole percents and the calibration tells no finer.
const same = 0.025;

/** Compares a probability with its base rate, both fractions; null when either is not known. */
export function againstBaseRate(probability: number | null, baseRate: number | null): Against | null {
  if (probability === null || baseRate === null) {
    return null;
  }

  return Math.abs(probability - baseRate) < same ? 'near' : probability > baseRate ? 'above' : 'below';
}

/** Longs' share in percent of a ratio of longs to shorts. */
export function longPercent(ratio: number): number {
  return (100 * ratio) / (1 + ratio);
}
