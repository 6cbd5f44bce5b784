/** Below it, a difference of clocks is none: answers are some seconds old, after an outage some minutes, and clocks go wrong. A recorded market is of another day. */
const sameTime = 3_600_000;

/** How far the reader's clock is ahead of the exchange's, ms, by a moment of the exchange and how long it said that was off; 0 when both tell about the same
 * time. What is added to a moment of the exchange to count down to it here. */
export function clockAhead(moment: number | null, secondsLeft: number | null, receivedAt: number | null): number {
  if (moment === null || secondsLeft === null || receivedAt === null) {
    return 0;
  }

  const ahead = receivedAt + secondsLeft * 1000 - moment;
  return Math.abs(ahead) < sameTime ? 0 : ahead;
}
