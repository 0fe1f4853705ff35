export const consoleLocales = ['vi', 'en'] as const;
export type ConsoleLocale = (typeof consoleLocales)[number];

const storageKey = 'an-sinh.console.locale';
let current: ConsoleLocale = readStored();

/** The language in use: of the words on the screen, of the dates and of what the server is asked to answer in. */
export function currentLocale(): ConsoleLocale {
  return current;
}

/** Remembers the language on this device and names it in the page for screen readers. */
export function rememberLocale(locale: ConsoleLocale): void {
  current = locale;
  document.documentElement.lang = locale;
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // A browser that keeps nothing still works; it only asks again next time.
  }
}

/** `vi` or `en`; Vietnamese for anything else. */
export function toConsoleLocale(value: unknown): ConsoleLocale {
  return consoleLocales.find((locale) => locale === value) ?? 'vi';
}

function readStored(): ConsoleLocale {
  try {
    return toConsoleLocale(localStorage.getItem(storageKey));
  } catch {
    return 'vi';
  }
}
