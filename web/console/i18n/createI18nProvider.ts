import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider, TranslationMessages } from 'react-admin';
import vietnamese from '../../../locales/vi/console.json';
import { currentLocale, rememberLocale, toConsoleLocale, type ConsoleLocale } from './locale.js';

/** Words of the console. English is fetched only by those who read it. */
export async function createI18nProvider(): Promise<I18nProvider> {
  const loaded = new Map<ConsoleLocale, TranslationMessages>([['vi', vietnamese]]);
  const load = async (locale: ConsoleLocale): Promise<TranslationMessages> => {
    const known = loaded.get(locale);
    if (known !== undefined) return known;
    const messages = await loadEnglish();
    loaded.set(locale, messages);
    return messages;
  };

  const first = currentLocale();
  await load(first);
  rememberLocale(first);
  const polyglot = polyglotI18nProvider(
    (locale) => loaded.get(toConsoleLocale(locale)) ?? load(toConsoleLocale(locale)),
    first,
    [
      { locale: 'vi', name: 'Tiếng Việt' },
      { locale: 'en', name: 'English' },
    ],
    { allowMissing: true },
  );
  return {
    ...polyglot,
    changeLocale: async (locale) => {
      await polyglot.changeLocale(locale);
      rememberLocale(toConsoleLocale(locale));
    },
  };
}

async function loadEnglish(): Promise<TranslationMessages> {
  const english = await import('../../../locales/en/console.json');
  return english.default;
}
