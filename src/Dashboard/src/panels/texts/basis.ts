import type { Texts } from '../../language/language';

interface BasisTexts {
  readonly title: string;
  readonly against: { readonly spot: string; readonly index: string };
  readonly annualised: string;
  readonly expiry: string;
  readonly daysLeft: (days: string) => string;
  readonly futures: string;
  readonly leg: { readonly spot: string; readonly index: string };
  readonly index: string;
  readonly indexBasis: string;
  readonly buySpot: string;
  readonly sellSpot: string;
  readonly executableTitle: string;
  readonly deadBand: string;
  readonly deadBandTitle: string;
  readonly standing: string;
}

export const basisTexts: Texts<BasisTexts> = {
  tr: {
    title: 'Baz farkı (basis)',
    against: { spot: 'Spota göre', index: 'Endekse göre' },
    annualised: 'Yıllık',
    expiry: 'Vadeye',
    daysLeft: (days) => `${days} gün`,
    futures: 'Vadeli fiyat',
    leg: { spot: 'Spot fiyat', index: 'Endeks fiyatı (spot yerine)' },
    index: 'Endeks fiyatı',
    indexBasis: 'Endekse göre',
    buySpot: 'Spot al, vadeli sat',
    sellSpot: 'Spot sat, vadeli al',
    executableTitle: 'Piyasa emirlerinin alacağı fark, komisyonlardan önce',
    deadBand: 'Ölü bant',
    deadBandTitle: 'Bu bandın içindeki fark normal sayılır',
    standing: 'Yüzdelik, 30 gün',
  },
  en: {
    title: 'Basis',
    against: { spot: 'Against spot', index: 'Against index' },
    annualised: 'Yearly',
    expiry: 'Delivery in',
    daysLeft: (days) => `${days} d`,
    futures: 'Futures price',
    leg: { spot: 'Spot price', index: 'Index price (for spot)' },
    index: 'Index price',
    indexBasis: 'Against index',
    buySpot: 'Buy spot, sell futures',
    sellSpot: 'Sell spot, buy futures',
    executableTitle: 'What market orders would get, before fees',
    deadBand: 'Dead band',
    deadBandTitle: 'Within this band the basis is called normal',
    standing: 'Percentile, 30 d',
  },
};
