import type { Texts } from '../../language/language';
import type { Against } from '../odds';

interface LiquidationTexts {
  readonly title: string;
  readonly cascade: (hours: number) => string;
  readonly up: string;
  readonly down: string;
  readonly against: Readonly<Record<Against, (baseRate: string) => string>>;
  readonly event: (multiple: number) => string;
  readonly skill: string;
  readonly skillTitle: string;
  readonly interval: (low: string, high: string) => string;
  readonly unproven: string;
  readonly notCalibrated: (symbol: string, sample: string) => string;
  readonly pressure: string;
  readonly longs: string;
  readonly shorts: string;
  readonly moves: string;
  readonly move: string;
  readonly fall: string;
  readonly rise: string;
  readonly reached: string;
  readonly expected: string;
  readonly movesExplained: (asset: string, share: string) => string;
  readonly noMoves: string;
  readonly calibration: (symbol: string, exchanges: string, from: string, to: string) => string;
}

export const liquidationTexts: Texts<LiquidationTexts> = {
  tr: {
    title: 'Likidasyonlar',
    cascade: (hours) => `${hours} saat içinde cascade olasılığı`,
    up: 'Yukarı',
    down: 'Aşağı',
    against: {
      above: (baseRate) => `olağan sıklıktan (${baseRate}) yüksek`,
      near: (baseRate) => `olağan sıklıkta (${baseRate})`,
      below: (baseRate) => `olağan sıklıktan (${baseRate}) düşük`,
      unknown: (baseRate) => `bilinmiyor; olağan sıklık ${baseRate}`,
    },
    event: (multiple) => `Cascade: likidasyon hacminin, önceki yedi günün medyan saatinin en az ${multiple} katı olduğu bir saat.`,
    skill: 'Brier başarısı',
    skillTitle: 'Hep olağan sıklığı söylemekten ne kadar iyi: 0 hiç, 1 kusursuz; %95 güven aralığıyla',
    interval: (low, high) => `${low} … ${high}`,
    unproven: 'kanıtlanmadı',
    notCalibrated: (symbol, sample) => `${symbol} için kalibre edilmedi: ${sample} üzerinde ölçüldü, burada da geçerli olduğu varsayıldı.`,
    pressure: 'Fiyata yakın baskı',
    longs: 'Long',
    shorts: 'Short',
    moves: 'Bir hareket neye ulaşır',
    move: 'Hareket',
    fall: 'düşüş: longlar',
    rise: 'yükseliş: shortlar',
    reached: 'ulaşılan',
    expected: 'beklenen',
    movesExplained: (asset, share) => `${asset}. Ulaşılan: likidasyon fiyatı bu hareketin içinde kalan pozisyonlar. Beklenen: bunun gerçekten likide olması beklenen kısmı (${share}).`,
    noMoves: 'Likidasyon seviyesi yok.',
    calibration: (symbol, exchanges, from, to) => `Kalibrasyon: ${symbol}, ${exchanges}, ${from} – ${to}`,
  },
  en: {
    title: 'Liquidations',
    cascade: (hours) => `Cascade within ${hours} h`,
    up: 'Up',
    down: 'Down',
    against: {
      above: (baseRate) => `above its base rate of ${baseRate}`,
      near: (baseRate) => `about its base rate of ${baseRate}`,
      below: (baseRate) => `below its base rate of ${baseRate}`,
      unknown: (baseRate) => `not known; base rate ${baseRate}`,
    },
    event: (multiple) => `A cascade is an hour with at least ${multiple} times the forced volume of the median hour of the seven days before.`,
    skill: 'Brier skill',
    skillTitle: 'How much better than always saying the base rate: 0 not at all, 1 perfect; with its 95 % interval',
    interval: (low, high) => `${low} to ${high}`,
    unproven: 'unproven',
    notCalibrated: (symbol, sample) => `Not calibrated for ${symbol}: measured on ${sample} and assumed to hold here.`,
    pressure: 'Pressure near the price',
    longs: 'Long',
    shorts: 'Short',
    moves: 'What a move reaches',
    move: 'Move',
    fall: 'fall: longs',
    rise: 'rise: shorts',
    reached: 'reached',
    expected: 'expected',
    movesExplained: (asset, share) => `${asset}. Reached: positions whose liquidation price the move passes. Expected: what of them is expected to be liquidated (${share}).`,
    noMoves: 'There are no liquidation levels.',
    calibration: (symbol, exchanges, from, to) => `Calibrated on ${symbol}, ${exchanges}, ${from} to ${to}`,
  },
};
