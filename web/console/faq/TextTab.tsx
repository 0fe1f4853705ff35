import Box from '@mui/material/Box';
import type { JSX } from 'react';
import { useWords } from '../common/useWords.js';
import { CheckedInput } from './CheckedInput.js';

/** The texts of an answer in one language. */
export function TextTab({ lang }: { readonly lang: 'vi' | 'en' }): JSX.Element {
  const words = useWords();
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <CheckedInput source={`title.${lang}`} label={words('entry.title')} lang={lang} needed />
      <CheckedInput
        source={`answer.${lang}`}
        label={words('entry.answer')}
        help={words('entry.answerHelp')}
        lang={lang}
        rows={4}
        needed
      />
      <CheckedInput
        source={`more.${lang}`}
        label={words('entry.more')}
        help={words('entry.moreHelp')}
        lang={lang}
        rows={5}
      />
      <CheckedInput
        source={`doubtful.${lang}`}
        label={words('entry.doubtful')}
        help={words('entry.doubtfulHelp')}
        lang={lang}
        rows={2}
      />
    </Box>
  );
}
