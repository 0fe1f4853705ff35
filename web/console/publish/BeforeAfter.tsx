import ArrowForwardIcon from '@mui/icons-material/ArrowForward';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { Spoken } from '../common/Spoken.js';
import { formatIsoDate } from '../common/times.js';
import { useWords } from '../common/useWords.js';

/** A value before and after, side by side; on a phone under its name. */
export function BeforeAfter(props: {
  readonly label: string;
  readonly from: string;
  readonly before: string;
  readonly after: string;
}): JSX.Element {
  const { label, from, before, after } = props;
  const words = useWords();
  const same = before === after;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: { xs: 0.25, sm: 2 },
        alignItems: 'baseline',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) auto' },
        borderBottom: '1px solid',
        borderColor: 'divider',
        pb: 1,
      }}
    >
      <Box sx={{ overflowWrap: 'anywhere' }}>
        {label}
        <Typography variant="caption" component="div" color="textSecondary">
          {words('publish.from', { date: formatIsoDate(from) })}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        {same ? (
          <Typography component="span" color="textSecondary">
            {words('publish.same', { value: after })}
          </Typography>
        ) : (
          <>
            <span>
              <Spoken>{words('publish.before')} </Spoken>
              {before}
            </span>
            <ArrowForwardIcon fontSize="small" aria-hidden sx={{ color: 'text.secondary' }} />
            <b>
              <Spoken>{words('publish.after')} </Spoken>
              {after}
            </b>
          </>
        )}
      </Box>
    </Box>
  );
}
