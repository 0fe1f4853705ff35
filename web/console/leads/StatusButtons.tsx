import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CheckIcon from '@mui/icons-material/Check';
import type { JSX } from 'react';
import type { LeadStatus } from '../api/records.js';
import { useWords } from '../common/useWords.js';

/** Large buttons, one is chosen; choosing again another changes the choice. Nothing is saved yet. */
export function StatusButtons(props: {
  readonly allowed: readonly LeadStatus[];
  readonly value: LeadStatus | undefined;
  readonly onChoose: (status: LeadStatus) => void;
}): JSX.Element {
  const words = useWords();
  return (
    <Box
      role="group"
      aria-label={words('status.title')}
      sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }}
    >
      {props.allowed.map((status) => {
        const chosen = status === props.value;
        return (
          <Button
            key={status}
            variant={chosen ? 'contained' : 'outlined'}
            color="secondary"
            aria-pressed={chosen}
            startIcon={chosen ? <CheckIcon /> : undefined}
            onClick={() => props.onChoose(status)}
            sx={{ minHeight: 52, lineHeight: 1.25 }}
          >
            {words(`statuses.${status}`)}
          </Button>
        );
      })}
    </Box>
  );
}
