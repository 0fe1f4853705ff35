import type { JSX } from 'react';
import { formatDateTime, formatRelative } from './times.js';
import { useConsoleLocale } from './useConsoleLocale.js';
import { useNow } from './useNow.js';
import { useWords } from './useWords.js';

/** How long ago something was; the exact time on pointing at it. */
export function RelativeTime({ at }: { readonly at: string }): JSX.Element {
  const locale = useConsoleLocale();
  const words = useWords();
  const now = useNow();
  return (
    <time dateTime={at} title={formatDateTime(at, locale)}>
      {formatRelative(at, now, locale, words('justNow'))}
    </time>
  );
}
