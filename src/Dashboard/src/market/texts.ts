import type { Texts } from '../language/language';
import type { Column } from './rows';

interface MarketTexts {
  readonly searchSymbol: string;
  readonly symbols: string;
  readonly title: string;
  readonly filter: string;
  readonly leastVolume: string;
  readonly anyVolume: string;
  readonly shown: (shown: number, all: number) => string;
  readonly download: string;
  readonly nothing: string;
  readonly assumed: string;
  readonly hours: (hours: number) => string;
  readonly columns: Record<Column, string>;
  readonly explained: Partial<Record<Column, string>>;
}

export const marketTexts: Texts<MarketTexts> = {
  tr: {
    searchSymbol: 'Sembol ara',
    symbols: 'Semboller',
    title: 'Piyasa',
    filter: 'Sembole göre süz',
    leastVolume: 'En az hacim',
    anyVolume: 'Tümü',
    shown: (shown, all) => `${shown} / ${all} sözleşme`,
    download: 'CSV indir',
    nothing: 'Bu süzgece uyan sözleşme yok.',
    assumed: 'varsayım: borsa aralığı yayımlamıyor',
    hours: (hours) => `${hours} sa`,
    columns: {
      symbol: 'Sembol',
      price: 'Fiyat',
      price_change_24h: '24 sa değişim',
      volume_24h_usdt: '24 sa hacim',
      rate: 'Funding',
      rate_8h: '8 saatlik',
      apr: 'Yıllık',
      interval_hours: 'Aralık',
      cap_utilisation: 'Sınır kullanımı',
      next_funding_time: 'Ödemeye kalan',
      index_basis: 'Endeks bazı',
    },
    explained: {
      price: 'Son işlem fiyatı',
      volume_24h_usdt: 'USDT',
      rate: 'Sıradaki ödemenin anlık tahmini, aralık başına. Artı: long taraf öder.',
      rate_8h: '8 saate çevrilmiş oran: aralıkları farklı sözleşmeler böyle karşılaştırılır',
      apr: 'Yıllık, bileşiksiz',
      cap_utilisation: 'Oranın üst (negatifse alt) sınıra kadar olan payı ne kadar doldurduğu',
      next_funding_time: 'saat:dakika',
      index_basis: 'Mark fiyatının endekse uzaklığı',
    },
  },
  en: {
    searchSymbol: 'Search symbol',
    symbols: 'Symbols',
    title: 'Market',
    filter: 'Filter by symbol',
    leastVolume: 'Least volume',
    anyVolume: 'Any',
    shown: (shown, all) => `${shown} of ${all} contracts`,
    download: 'Download CSV',
    nothing: 'No contract passes this filter.',
    assumed: 'assumed: the exchange publishes no interval',
    hours: (hours) => `${hours} h`,
    columns: {
      symbol: 'Symbol',
      price: 'Price',
      price_change_24h: '24 h change',
      volume_24h_usdt: '24 h volume',
      rate: 'Funding',
      rate_8h: 'Per 8 h',
      apr: 'Yearly',
      interval_hours: 'Interval',
      cap_utilisation: 'Cap use',
      next_funding_time: 'Next funding',
      index_basis: 'Index basis',
    },
    explained: {
      price: 'Price of the last trade',
      volume_24h_usdt: 'USDT',
      rate: 'Running estimate of the coming settlement, per interval. Positive: longs pay.',
      rate_8h: 'The rate over 8 hours: compares contracts of different intervals',
      apr: 'Per year, not compounded',
      cap_utilisation: 'Share of the room to the cap or floor that the rate takes up',
      next_funding_time: 'hours:minutes',
      index_basis: 'Distance of the mark price from the index',
    },
  },
};
