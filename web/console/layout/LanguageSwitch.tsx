import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { JSX } from 'react';
import { useLocaleState } from 'react-admin';
import { hasUnsavedChanges } from '../common/unsaved.js';
import { useWords } from '../common/useWords.js';
import { consoleLocales, toConsoleLocale } from '../i18n/locale.js';

/** VI | EN. Changing the language draws the page anew, so unsaved changes are asked about first. */
export function LanguageSwitch({ onDark = false }: { readonly onDark?: boolean }): JSX.Element {
  const words = useWords();
  const [locale, setLocale] = useLocaleState();
  const choose = (next: unknown): void => {
    if (next === null || next === locale) return;
    if (hasUnsavedChanges() && !window.confirm(words('leaveUnsaved'))) return;
    setLocale(toConsoleLocale(next));
  };
  const colours = onDark
    ? {
        color: '#ffffff',
        borderColor: 'rgba(255,255,255,0.5)',
        '&.Mui-selected, &.Mui-selected:hover': { color: '#074237', bgcolor: '#ffffff' },
      }
    : {};
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={locale}
      aria-label={words('language')}
      onChange={(_event, next: unknown) => choose(next)}
    >
      {consoleLocales.map((each) => (
        <ToggleButton
          key={each}
          value={each}
          lang={each}
          aria-label={`${each.toUpperCase()} ${words(`languages.${each}`)}`}
          sx={{ px: 1, minWidth: 40, fontWeight: 700, ...colours }}
        >
          {each.toUpperCase()}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
