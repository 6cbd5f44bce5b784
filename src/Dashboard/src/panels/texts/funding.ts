import type { Texts } from '../../language/language';

interface FundingTexts {
  readonly title: string;
  readonly rate: (hours: number) => string;
  readonly rate8h: string;
  readonly apr: string;
  readonly next: string;
  readonly level: string;
  readonly percentile: (days: number) => string;
  readonly capUse: string;
  readonly limitsUnknown: string;
  readonly projected: string;
  readonly projectedTitle: string;
  readonly range: (low: string, high: string) => string;
  readonly settled: string;
  readonly realised: string;
  readonly days: (days: number) => string;
  readonly settlements: (count: number) => string;
  readonly incomplete: string;
  readonly streak: string;
  readonly streakOf: (side: 'LONGS_PAY' | 'SHORTS_PAY', count: number, atLeast: boolean) => string;
  readonly intervalRisk: string;
}

const payers = { tr: { LONGS_PAY: 'long taraf ödüyor', SHORTS_PAY: 'short taraf ödüyor' }, en: { LONGS_PAY: 'longs pay', SHORTS_PAY: 'shorts pay' } } as const;

export const fundingTexts: Texts<FundingTexts> = {
  tr: {
    title: 'Funding',
    rate: (hours) => `${hours} saatlik oran`,
    rate8h: '8 saat karşılığı',
    apr: 'Yıllık',
    next: 'Sonraki ödeme',
    level: 'Seviye',
    percentile: (days) => `Yüzdelik, ${days} gün`,
    capUse: 'Sınır kullanımı',
    limitsUnknown: 'sınır bilinmiyor',
    projected: 'Prim aynı kalırsa',
    projectedTitle: 'Prim endeksi bugünkü değerinde kalırsa ödenecek oran',
    range: (low, high) => `${low} … ${high}`,
    settled: 'Son ödenen',
    realised: 'Gerçekleşen toplam',
    days: (days) => `${days} gün`,
    settlements: (count) => `${count} ödeme`,
    incomplete: 'Geçmiş bu kadar geriye gitmiyor',
    streak: 'Seri',
    streakOf: (side, count, atLeast) => `${payers.tr[side]}, art arda ${atLeast ? 'en az ' : ''}${count} ödeme`,
    intervalRisk: 'Aralık riski',
  },
  en: {
    title: 'Funding',
    rate: (hours) => `Rate per ${hours} h`,
    rate8h: 'Over 8 h',
    apr: 'Yearly',
    next: 'Next settlement',
    level: 'Level',
    percentile: (days) => `Percentile, ${days} d`,
    capUse: 'Cap use',
    limitsUnknown: 'limit not known',
    projected: 'If the premium stays',
    projectedTitle: 'Where it settles if the premium index stays where it is',
    range: (low, high) => `${low} to ${high}`,
    settled: 'Last settled',
    realised: 'Sum of what was settled',
    days: (days) => `${days} d`,
    settlements: (count) => `${count} paid`,
    incomplete: 'The known history does not reach back that far',
    streak: 'Streak',
    streakOf: (side, count, atLeast) => `${payers.en[side]}, ${atLeast ? 'at least ' : ''}${count} in a row`,
    intervalRisk: 'Interval risk',
  },
};
