import Chip from '@mui/material/Chip';
import type { JSX } from 'react';
import { useWords } from '../common/useWords.js';
import type { TestResult } from './records.js';

const colours = { right: 'success', offered: 'default', wrong: 'error' } as const;

/** Right, only offered, or wrong; in words, the colour says no more. */
export function ResultChip({ result }: { readonly result: TestResult }): JSX.Element {
  const words = useWords();
  return (
    <Chip
      size="small"
      variant={result === 'wrong' ? 'filled' : 'outlined'}
      color={colours[result]}
      label={words(`tests.results.${result}`)}
      sx={{ fontSize: '0.875rem' }}
    />
  );
}
