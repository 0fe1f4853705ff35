import ReportProblemIcon from '@mui/icons-material/ReportProblemOutlined';
import Chip from '@mui/material/Chip';
import type { JSX } from 'react';
import { useWords } from '../common/useWords.js';

/** Marks a lead that may not be a real person's wish. */
export function SuspiciousMark(): JSX.Element {
  const words = useWords();
  return (
    <Chip
      size="small"
      variant="outlined"
      title={words('leads.suspiciousHelp')}
      icon={<ReportProblemIcon />}
      label={words('leads.suspicious')}
      color="warning"
      sx={{ fontSize: '0.9375rem', height: 28 }}
    />
  );
}
