import { useLocale } from 'react-admin';
import { toConsoleLocale, type ConsoleLocale } from '../i18n/locale.js';

/** The language on the screen. */
export function useConsoleLocale(): ConsoleLocale {
  return toConsoleLocale(useLocale());
}
