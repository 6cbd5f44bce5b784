import { describe, expect, it } from 'vitest';
import { changeView, formatView, initialView, parseView, type View } from '../../src/view/view';

const initial = initialView('en-US');

describe('view', () => {
  it('comes back from its address whole', () => {
    const view: View = {
      page: 'market', symbol: '1000PEPEUSDT', range: '7d', language: 'tr', sides: 'long', priceScale: 'log', colourScale: 'log', from: 2.5e5, to: 3e7,
      levels: 'hidden', profile: 'hidden', search: 'a&b=c', sort: 'apr', order: 'asc', volume: 1e6,
    };
    expect(parseView(formatView(view, initial), initial)).toEqual(view);
  });

  it('says in the address only what is not so at first', () => {
    expect(formatView(initial, initial)).toBe('?symbol=BTCUSDT');
    expect(formatView({ ...initial, priceScale: 'log', from: 5000 }, initial)).toBe('?symbol=BTCUSDT&price_scale=log&from=5000');
  });

  it('takes what is wrong as not said', () => {
    expect(parseView('?range=9y&lang=xx&from=-1&to=abc&sides=&symbol=+', initial)).toEqual(initial);
  });

  it('leaves limits behind with the picture that they are of', () => {
    const limited = { ...initial, from: 1e6, to: 2e6 };
    expect(changeView(limited, { sides: 'long' })).toMatchObject({ from: 1e6, to: 2e6 });
    expect(changeView(limited, { symbol: 'DOGEUSDT' })).toMatchObject({ from: null, to: null });
    expect(changeView(limited, { range: '7d' })).toMatchObject({ from: null, to: null });
  });

  it('writes symbols as the exchange does', () => expect(parseView('?symbol=ethusdt', initial).symbol).toBe('ETHUSDT'));

  it('speaks Turkish to Turkish browsers and English to all others', () => {
    expect([initialView('tr-TR').language, initialView('TR').language, initialView('de-DE').language]).toEqual(['tr', 'tr', 'en']);
  });
});
