import type { Meta } from '../api/contracts';
import type { Texts } from '../language/language';

interface LayoutTexts {
  readonly map: string;
  readonly market: string;
  readonly pages: string;
  readonly otherLanguage: string;
  readonly accuracy: string;
  readonly api: string;
  readonly charts: string;
  readonly riskWarning: string;
  readonly simulated: string;
  readonly recorded: string;
  readonly loading: string;
  readonly stale: (time: string) => string;
  readonly failing: (age: string) => string;
  readonly unreachable: string;
  readonly unreadable: string;
  readonly key: string;
  readonly noKey: string;
  readonly keySubmit: string;
  readonly markPrice: string;
  readonly notNow: string;
}

/** What must be said of data that are not the market's; nothing of those that are, or of none. */
export function markOf(source: Meta['source'] | undefined, texts: LayoutTexts): string {
  return source === 'paper-simulated' ? texts.simulated : source === 'paper-recorded' ? texts.recorded : '';
}

export const layoutTexts: Texts<LayoutTexts> = {
  tr: {
    map: 'Harita',
    market: 'Piyasa',
    pages: 'Sayfalar',
    otherLanguage: 'English',
    accuracy: 'Harita ne kadar doğru? (İngilizce)',
    api: 'API',
    charts: 'Grafikler',
    riskWarning: 'Yalnızca eğitim ve araştırma içindir, yatırım tavsiyesi değildir.',
    simulated: 'SİMÜLE VERİ · gerçek piyasa değil',
    recorded: 'KAYITLI VERİ · şu anki piyasa değil',
    loading: 'Yükleniyor…',
    stale: (time) => `Borsa yanıt vermiyor: veriler ${time} UTC itibarıyla`,
    failing: (age) => `Yeni veri yok, ekrandaki ${age} önceki.`,
    unreachable: 'Sunucuya ulaşılamıyor.',
    unreadable: 'Sunucunun yanıtı okunamadı.',
    key: 'Bu sunucu bir anahtar istiyor',
    noKey: 'Bir anahtarda yalnızca İngilizce harfler, rakamlar ve işaretler olur; boşluk olmaz.',
    keySubmit: 'Gönder',
    markPrice: 'Mark fiyatı',
    notNow: 'güncel değil',
  },
  en: {
    map: 'Map',
    market: 'Market',
    pages: 'Pages',
    otherLanguage: 'Türkçe',
    accuracy: 'How accurate is the map?',
    api: 'API',
    charts: 'Charts',
    riskWarning: 'For education and research only, not investment advice.',
    simulated: 'SIMULATED DATA · not the market',
    recorded: 'RECORDED DATA · not the market of now',
    loading: 'Loading…',
    stale: (time) => `The exchange does not answer: these are data of ${time} UTC`,
    failing: (age) => `Nothing newer came, what is shown is ${age} old.`,
    unreachable: 'The server cannot be reached.',
    unreadable: 'The server’s answer could not be read.',
    key: 'This server asks for a key',
    noKey: 'A key has letters of English, digits and signs only, and no spaces.',
    keySubmit: 'Send',
    markPrice: 'Mark price',
    notNow: 'not current',
  },
};
