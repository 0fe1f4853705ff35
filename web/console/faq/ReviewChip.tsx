import Chip from '@mui/material/Chip';
import Tooltip from '@mui/material/Tooltip';
import type { JSX } from 'react';
import type { FaqSummary } from '../api/records.js';
import { formatIsoDate } from '../common/times.js';
import { useWords } from '../common/useWords.js';

const colours = {
  current: { color: '#14521f', bgcolor: '#d8f0da' },
  due: { color: '#6b3a00', bgcolor: '#ffe8c7' },
  expired: { color: '#ffffff', bgcolor: '#b3261e' },
} as const;

/** Whether an answer is still within its review date. */
export function ReviewChip({
  entry,
}: {
  readonly entry: Pick<FaqSummary, 'state' | 'reviewBy'>;
}): JSX.Element {
  const words = useWords();
  const date = words('faq.reviewBy', { date: formatIsoDate(entry.reviewBy) });
  return (
    <Tooltip title={`${date}. ${words(`faq.statesHelp.${entry.state}`)}`} describeChild>
      <Chip
        size="small"
        label={words(`faq.states.${entry.state}`)}
        sx={{ ...colours[entry.state], fontSize: '0.9375rem', fontWeight: 600, height: 28 }}
      />
    </Tooltip>
  );
}
