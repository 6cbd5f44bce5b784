import type { FundingAnswer, Meta } from '../api/contracts';

/** Said elsewhere on the page: beside the name, by the notice, and in the odds of a cascade. */
const saidElsewhere = ['simulated_data', 'recorded_data', 'stale_data', 'calibrated_on_btc'];

/** Which card a code of the funding service is about, by how it begins; what is none of these is about funding, or all of it. */
const beginnings = {
  openInterest: ['open_interest'],
  basis: ['basis', 'spot', 'futures_book'],
  positioning: ['long_short_ratio', 'top_', 'taker'],
} as const;

export type FundingCardName = keyof typeof beginnings | 'funding';

/** What a service says about its answer and nothing else on the page does. */
export function warningsOf(meta: Meta): Meta['warnings'] {
  return meta.warnings.filter(({ code }) => !saidElsewhere.includes(code));
}

/** The same of the funding service for one of its cards, without what the notes on its blocks say. */
export function fundingWarningsOf({ meta, blocks }: Pick<FundingAnswer, 'meta' | 'blocks'>, card: FundingCardName): Meta['warnings'] {
  const told = new Set(Object.values(blocks).map((block) => block.code));
  return warningsOf(meta).filter(({ code }) => !told.has(code) && cardOf(code) === card);
}

function cardOf(code: string): FundingCardName {
  const names = Object.keys(beginnings) as (keyof typeof beginnings)[];
  return names.find((name) => beginnings[name].some((beginning) => code.startsWith(beginning))) ?? 'funding';
}
