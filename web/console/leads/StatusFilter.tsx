import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import type { JSX } from 'react';
import { leadStatuses } from '../api/records.js';
import { useWords } from '../common/useWords.js';

/** One tap per status. On a narrow screen the row scrolls sideways. */
export function StatusFilter(props: {
  readonly value: string;
  readonly onChoose: (status: string) => void;
}): JSX.Element {
  const words = useWords();
  return (
    <Box
      role="group"
      aria-label={words('leads.statusFilter')}
      sx={{
        display: 'flex',
        flexWrap: { xs: 'nowrap', md: 'wrap' },
        gap: 1,
        overflowX: 'auto',
        p: 0.5,
        mx: -0.5,
      }}
    >
      {['', ...leadStatuses].map((status) => {
        const chosen = props.value === status;
        return (
          <Chip
            key={status}
            component="button"
            type="button"
            clickable
            aria-pressed={chosen}
            label={words(status === '' ? 'leads.all' : `statuses.${status}`)}
            color={chosen ? 'primary' : 'default'}
            variant={chosen ? 'filled' : 'outlined'}
            onClick={() => props.onChoose(status)}
            sx={{
              height: 40,
              borderRadius: 20,
              fontSize: '1rem',
              flexShrink: 0,
              bgcolor: chosen ? undefined : 'background.paper',
            }}
          />
        );
      })}
    </Box>
  );
}
