import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export const languages = ['tr', 'en'] as const;
export type Language = (typeof languages)[number];

/** The same texts in every language. Each room keeps its own. */
export type Texts<T> = Record<Language, T>;

export const LanguageContext = createContext<Language>('en');

/** A room's texts in the reader's language. */
export function useTexts<T>(texts: Texts<T>): T {
  return texts[useContext(LanguageContext)];
}
