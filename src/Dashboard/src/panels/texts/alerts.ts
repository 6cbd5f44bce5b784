import type { Texts } from '../../language/language';

interface AlertTexts {
  readonly title: string;
  readonly none: string;
  readonly since: (time: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly provisional: string;
}

export const alertTexts: Texts<AlertTexts> = {
  tr: {
    title: 'Alarmlar',
    none: 'Son üç günde alarm yok.',
    since: (time) => `${time} UTC'den beri`,
    between: (from, to) => `${from} – ${to} UTC`,
    provisional: 'geçici: sıradaki ödeme doğrular ya da geri alır',
  },
  en: {
    title: 'Alerts',
    none: 'No alerts in the last three days.',
    since: (time) => `since ${time} UTC`,
    between: (from, to) => `${from} to ${to} UTC`,
    provisional: 'provisional: the coming settlement confirms it or takes it back',
  },
};
