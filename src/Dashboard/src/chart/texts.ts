import type { Side } from '../api/contracts';
import type { Texts } from '../language/language';

export interface ChartTexts {
  readonly chart: (symbol: string) => string;
  readonly keys: string;
  readonly range: string;
  readonly sides: string;
  readonly side: Record<'both' | 'long' | 'short', string>;
  readonly priceScale: string;
  readonly colourScale: string;
  readonly spacing: Record<'linear' | 'log', string>;
  readonly show: string;
  readonly levels: string;
  readonly profile: string;
  readonly fit: string;
  readonly png: string;
  readonly legend: (asset: string, rowPercent: string) => string;
  readonly from: string;
  readonly to: string;
  readonly fromSlider: string;
  readonly toSlider: string;
  readonly reset: string;
  readonly belowFrom: (from: string) => string;
  readonly mapEnds: string;
  readonly mark: string;
  readonly notNow: string;
  readonly nothing: string;
  readonly nearest: Record<Side, string>;
  readonly whale: Record<Side, string>;
  readonly panes: Record<'funding' | 'openInterest' | 'basis', string>;
  readonly time: string;
  readonly price: string;
  readonly distance: string;
  readonly longs: string;
  readonly shorts: string;
  readonly candle: string;
  readonly pointHint: string;
  readonly noMap: string;
}

export const chartTexts: Texts<ChartTexts> = {
  tr: {
    chart: (symbol) => `${symbol} mumları ve tahmini likidasyon seviyeleri`,
    keys: 'Ok tuşları hücreler arasında gezer, Escape bırakır.',
    range: 'Dönem',
    sides: 'Taraf',
    side: { both: 'Her ikisi', long: 'Long', short: 'Short' },
    priceScale: 'Fiyat ekseni',
    colourScale: 'Renk ölçeği',
    spacing: { linear: 'Doğrusal', log: 'Log' },
    show: 'Göster',
    levels: 'Seviyeler',
    profile: 'Kümülatif profil',
    fit: 'Sığdır',
    png: 'PNG',
    legend: (asset, rowPercent) => `${asset} / ${rowPercent} fiyat bandı`,
    from: 'En az',
    to: 'En çok',
    fromSlider: 'En az: daha küçük hücreler çizilmez',
    toSlider: 'En çok: daha büyük hücreler en güçlü renkte',
    reset: 'Sıfırla',
    belowFrom: (from) => `Hiçbir hücre alt sınıra (${from}) ulaşmıyor.`,
    mapEnds: 'Harita burada biter',
    mark: 'Mark',
    notNow: '◆ güncel değil',
    nothing: 'Veri yok',
    nearest: { LONG: 'Long kümesi', SHORT: 'Short kümesi' },
    whale: { LONG: 'Balina long', SHORT: 'Balina short' },
    panes: { funding: 'Ödenen funding % / 8 sa', openInterest: 'Açık pozisyon USDT', basis: 'Baz %' },
    time: 'Zaman (UTC)',
    price: 'Fiyat',
    distance: 'Uzaklık',
    longs: 'Long',
    shorts: 'Short',
    candle: 'A/Y/D/K',
    pointHint: 'Değer okumak için haritanın üzerine gelin ya da dokunun.',
    noMap: 'Bu sözleşme için henüz harita yok.',
  },
  en: {
    chart: (symbol) => `Candles and estimated liquidation levels of ${symbol}`,
    keys: 'Arrow keys move from cell to cell, Escape lets go.',
    range: 'Range',
    sides: 'Side',
    side: { both: 'Both', long: 'Longs', short: 'Shorts' },
    priceScale: 'Price axis',
    colourScale: 'Colours',
    spacing: { linear: 'Linear', log: 'Log' },
    show: 'Show',
    levels: 'Levels',
    profile: 'Cumulative profile',
    fit: 'Fit',
    png: 'PNG',
    legend: (asset, rowPercent) => `${asset} per ${rowPercent} of price`,
    from: 'From',
    to: 'To',
    fromSlider: 'From: smaller cells are not drawn',
    toSlider: 'To: larger cells have the strongest colour',
    reset: 'Reset',
    belowFrom: (from) => `No cell reaches the lower limit, ${from}.`,
    mapEnds: 'The map ends here',
    mark: 'Mark',
    notNow: '◆ not current',
    nothing: 'No data',
    nearest: { LONG: 'Long cluster', SHORT: 'Short cluster' },
    whale: { LONG: 'Whale long', SHORT: 'Whale short' },
    panes: { funding: 'Settled funding % / 8 h', openInterest: 'Open interest USDT', basis: 'Basis %' },
    time: 'Time (UTC)',
    price: 'Price',
    distance: 'Distance',
    longs: 'Longs',
    shorts: 'Shorts',
    candle: 'O/H/L/C',
    pointHint: 'Point at or touch the map to read a value.',
    noMap: 'There is no map of this contract yet.',
  },
};
