import type { Texts } from '../../language/language';

interface OpenInterestTexts {
  readonly title: string;
  readonly value: string;
  readonly contracts: string;
  readonly toVolume: string;
  readonly toVolumeTitle: string;
  readonly changes: string;
  readonly window: string;
  readonly price: string;
  readonly usdt: string;
  readonly percentile: string;
  readonly windowOf: Readonly<Record<string, string>>;
  readonly standing: string;
  readonly range: string;
  readonly toMarketCap: string;
  readonly together: (window: string) => string;
}

export const openInterestTexts: Texts<OpenInterestTexts> = {
  tr: {
    title: 'Açık pozisyon',
    value: 'USDT',
    contracts: 'Sözleşme',
    toVolume: '24 sa hacme oranı',
    toVolumeTitle: 'Açık pozisyonun 24 saatlik hacme oranı: 0,5 yarım günlük hacim',
    changes: 'Değişim',
    window: 'Süre',
    price: 'fiyat',
    usdt: 'USDT',
    percentile: 'yüzdelik',
    windowOf: { '5m': '5 dk', '15m': '15 dk', '1h': '1 sa', '4h': '4 sa', '24h': '24 sa', '7d': '7 gün' },
    standing: 'Yüzdelik, 30 gün',
    range: 'Sözleşme, 30 gün',
    toMarketCap: 'Piyasa değerine oranı',
    together: (window) => `Fiyatla birlikte, ${window}`,
  },
  en: {
    title: 'Open interest',
    value: 'USDT',
    contracts: 'Contracts',
    toVolume: 'Of 24 h volume',
    toVolumeTitle: 'Open interest over the volume of 24 hours: 0.5 is half a day’s volume',
    changes: 'Changes',
    window: 'Window',
    price: 'price',
    usdt: 'USDT',
    percentile: 'pctl',
    windowOf: { '5m': '5 min', '15m': '15 min', '1h': '1 h', '4h': '4 h', '24h': '24 h', '7d': '7 d' },
    standing: 'Percentile, 30 d',
    range: 'Contracts, 30 d',
    toMarketCap: 'Of market cap',
    together: (window) => `With the price, ${window}`,
  },
};
