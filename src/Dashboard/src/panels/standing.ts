import type { Standing } from '../api/contracts';

/** The outer twentieth of either side; among fewer readings than twenty there is no such thing. */
const outer = 5;
const fewest = 20;

/** Whether a number stands where its own past seldom was. */
export function isUnusual({ percentile, n }: Standing): boolean {
  return n >= fewest && (percentile <= outer || percentile >= 100 - outer);
}
