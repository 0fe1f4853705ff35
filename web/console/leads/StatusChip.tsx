import Chip from '@mui/material/Chip';
import type { JSX } from 'react';
import type { LeadStatus } from '../api/records.js';
import { useWords } from '../common/useWords.js';

/** Text and ground of each status; at least 4.5:1. What is still to be done is filled darker than what is over. */
const colours: Readonly<Record<LeadStatus, { readonly color: string; readonly bgcolor: string }>> = {
  new: { color: '#ffffff', bgcolor: '#0b5e4f' },
  contacted: { color: '#123f70', bgcolor: '#dcebfa' },
  no_answer: { color: '#6b3a00', bgcolor: '#ffe8c7' },
  appointment: { color: '#ffffff', bgcolor: '#1b5fa7' },
  enrolled: { color: '#14521f', bgcolor: '#d8f0da' },
  declined: { color: '#44504c', bgcolor: '#e4e9e7' },
  invalid: { color: '#8c1d18', bgcolor: '#fde3e1' },
  withdrawn: { color: '#44504c', bgcolor: '#e4e9e7' },
};

/** The status of a lead, in words first. */
export function StatusChip({ status }: { readonly status: LeadStatus }): JSX.Element {
  const words = useWords();
  return (
    <Chip
      size="small"
      label={words(`statuses.${status}`)}
      sx={{ ...colours[status], fontSize: '0.9375rem', fontWeight: 600, height: 28 }}
    />
  );
}
