import Chip from '@mui/material/Chip';
import type { JSX } from 'react';
import { formatIsoDate } from '../common/times.js';
import { useWords } from '../common/useWords.js';
import type { ParameterSummary } from '../publish/records.js';

const colours = {
  current: { color: '#14521f', bgcolor: '#d8f0da' },
  due: { color: '#6b3a00', bgcolor: '#ffe8c7' },
  overdue: { color: '#ffffff', bgcolor: '#b3261e' },
} as const;

/** By when a parameter has to be looked at and why; nothing where no day is set. */
export function DueChip({
  parameter,
}: {
  readonly parameter: Pick<ParameterSummary, 'state' | 'dueOn' | 'because'>;
}): JSX.Element | null {
  const { state, dueOn, because } = parameter;
  const words = useWords();
  if (because === null) return null;
  const date = dueOn === null ? '' : formatIsoDate(dueOn);
  return (
    <Chip
      size="small"
      label={words(`parameters.due.${because}${state === 'overdue' ? 'Over' : ''}`, { date })}
      sx={{
        ...colours[state],
        fontSize: '0.9375rem',
        fontWeight: 600,
        height: 'auto',
        minHeight: 28,
        '& .MuiChip-label': { whiteSpace: 'normal', py: 0.25 },
      }}
    />
  );
}
