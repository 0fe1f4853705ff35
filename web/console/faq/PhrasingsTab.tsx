import Box from '@mui/material/Box';
import type { JSX } from 'react';
import { useWords } from '../common/useWords.js';
import { LinesInput } from './LinesInput.js';

/** The wordings by which people are understood to ask this. */
export function PhrasingsTab(): JSX.Element {
  const words = useWords();
  const help = words('entry.phrasingsHelp');
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <LinesInput source="phrasings.vi" label={words('entry.phrasingsVi')} help={help} rows={10} lang="vi" />
      <LinesInput source="phrasings.en" label={words('entry.phrasingsEn')} help={help} rows={4} lang="en" />
    </Box>
  );
}
