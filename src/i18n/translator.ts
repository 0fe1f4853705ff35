import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import i18next from 'i18next';
import { z } from 'zod';

/** The languages of the service. Vietnamese is the first and the fallback for people, never for missing keys. */
export const locales = ['vi', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Words for a key of `locales/<locale>/<file>.json`, written `file:path.to.key`. A missing key is a bug and throws. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export type Translator = (locale: Locale) => Translate;

/**
 * Loads every file of `folder/<locale>/` as a namespace of its own.
 * @throws when a file isn't JSON, or (at use) when a key is missing in the language asked for.
 */
export function createTranslator(folder: string): Translator {
  const bound = new Map<Locale, Translate>(locales.map((locale) => [locale, bind(folder, locale)]));
  return (locale) => {
    const translate = bound.get(locale);
    if (translate === undefined) throw new Error(`No words are loaded for ${locale}.`);
    return translate;
  };
}

/** `vi` or `en` for a language tag as browsers and channels send it (`vi-VN`, `en_US`); undefined for any other. */
export function toLocale(tag: string | undefined): Locale | undefined {
  const language = tag?.slice(0, 2).toLowerCase();
  return locales.find((locale) => locale === language);
}

/** What no text of ours is. */
const missing = '\u0000';

function bind(folder: string, locale: Locale): Translate {
  const instance = i18next.createInstance();
  void instance.init({
    resources: { [locale]: readNamespaces(join(folder, locale)) },
    lng: locale,
    fallbackLng: false,
    initAsync: false,
    // Chat text is plain text; the page escapes it where it becomes HTML.
    interpolation: { escapeValue: false },
    returnNull: false,
    ignoreJSONStructure: false,
    parseMissingKeyHandler: () => missing,
  });
  const look = (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const words = instance.t(key, values);
    if (words === missing) throw new Error(`The key ${key} has no words in ${locale}.`);
    return words;
  };
  // Words without values never change: a button's title is looked up in every turn.
  const fixed = new Map<string, string>();
  return (key, values) => {
    if (values !== undefined) return look(key, values);
    const known = fixed.get(key) ?? look(key);
    fixed.set(key, known);
    return known;
  };
}

const namespaceSchema = z.record(z.string(), z.unknown());

function readNamespaces(folder: string): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [
        basename(file, '.json'),
        namespaceSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
      ]),
  );
}
