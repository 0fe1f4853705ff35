import { useCallback } from 'react';
import { useTranslate } from 'react-admin';

export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Words of the console by their key below `console.`; a key nobody knows comes back as it is (codes of the server). */
export function useWords(): Words {
  const translate = useTranslate();
  return useCallback<Words>(
    (key, values) => {
      const fallback = key.slice(key.lastIndexOf('.') + 1);
      return translate(`console.${key}`, { ...values, _: fallback });
    },
    [translate],
  );
}
