import type { FundingAnswer } from '../api/contracts';

/** What the cards of the funding service show, but for the first, which says itself why there is nothing newer. */
export interface FundingCardProps {
  readonly data: FundingAnswer;
  /** Whether nothing newer came. */
  readonly late: boolean;
}
