import type { Texts } from '../../language/language';

interface PositioningTexts {
  readonly title: string;
  readonly global: string;
  readonly topAccounts: string;
  readonly topPositions: string;
  readonly taker: string;
  readonly long: string;
  readonly short: string;
  readonly buy: string;
  readonly sell: string;
  readonly percentile: string;
  readonly nothing: string;
  readonly divergence: string;
  readonly points: (points: string) => string;
  readonly pointsTitle: string;
}

export const positioningTexts: Texts<PositioningTexts> = {
  tr: {
    title: 'Pozisyonlanma',
    global: 'Tüm hesaplar',
    topAccounts: 'Büyük hesaplar',
    topPositions: 'Büyük hesapların pozisyonları',
    taker: 'Taker hacmi',
    long: 'Long',
    short: 'Short',
    buy: 'Alış',
    sell: 'Satış',
    percentile: 'yüzdelik',
    nothing: 'Borsa bu sözleşme için oran yayımlamıyor.',
    divergence: 'Büyük hesaplar ve kalabalık',
    points: (points) => `${points} puan`,
    pointsTitle: 'Büyük hesapların long pozisyon payı eksi tüm hesapların long payı, yüzde puan',
  },
  en: {
    title: 'Positioning',
    global: 'All accounts',
    topAccounts: 'Top accounts',
    topPositions: 'Positions of top accounts',
    taker: 'Taker volume',
    long: 'Long',
    short: 'Short',
    buy: 'Buy',
    sell: 'Sell',
    percentile: 'percentile',
    nothing: 'The exchange publishes no ratios for this contract.',
    divergence: 'Top against crowd',
    points: (points) => `${points} points`,
    pointsTitle: 'Long share of the top accounts’ positions less the long share of all accounts, percentage points',
  },
};
