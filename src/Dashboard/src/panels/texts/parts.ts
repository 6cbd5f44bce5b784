import type { Texts } from '../../language/language';

interface PartTexts {
  readonly among: (n: number) => string;
  readonly unusual: string;
  readonly due: string;
  readonly old: (age: string) => string;
  readonly notNow: string;
  readonly blocks: Readonly<Record<string, string>>;
}

export const partTexts: Texts<PartTexts> = {
  tr: {
    among: (n) => `Kendi geçmişindeki ${n} ölçüm arasındaki yüzdelik sırası (0 en düşük, 100 en yüksek)`,
    unusual: 'Olağandışı:',
    due: 'ödeniyor…',
    old: (age) => `${age} önceki`,
    notNow: 'güncel değil',
    blocks: {
      funding_rate: 'Funding oranı',
      funding_history: 'Funding geçmişi',
      open_interest: 'Açık pozisyon',
      open_interest_history: 'Açık pozisyon geçmişi',
      basis: 'Baz farkı',
      basis_history: 'Baz farkı geçmişi',
      long_short_ratio: 'Tüm hesaplar',
      top_accounts: 'Büyük hesaplar',
      top_positions: 'Büyük hesapların pozisyonları',
      taker: 'Taker hacmi',
    },
  },
  en: {
    among: (n) => `Percentile among ${n} readings of its own past (0 lowest, 100 highest)`,
    unusual: 'Unusual:',
    due: 'settling…',
    old: (age) => `${age} old`,
    notNow: 'not current',
    blocks: {
      funding_rate: 'Funding rate',
      funding_history: 'Funding history',
      open_interest: 'Open interest',
      open_interest_history: 'Open interest history',
      basis: 'Basis',
      basis_history: 'Basis history',
      long_short_ratio: 'All accounts',
      top_accounts: 'Top accounts',
      top_positions: 'Positions of top accounts',
      taker: 'Taker volume',
    },
  },
};
