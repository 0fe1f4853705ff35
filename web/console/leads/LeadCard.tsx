import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { useCreatePath } from 'react-admin';
import { Link } from 'react-router';
import type { Lead } from '../api/records.js';
import { RelativeTime } from '../common/RelativeTime.js';
import { useWords } from '../common/useWords.js';
import { entryOf } from './entryOf.js';
import { nameOf } from './nameOf.js';
import { StatusChip } from './StatusChip.js';
import { SuspiciousMark } from './SuspiciousMark.js';

/** A lead on a phone; the whole card opens it. */
export function LeadCard({ lead }: { readonly lead: Lead }): JSX.Element {
  const words = useWords();
  const createPath = useCreatePath();
  return (
    <Paper
      variant="outlined"
      component={Link}
      to={createPath({ resource: 'leads', type: 'show', id: lead.id })}
      sx={{
        display: 'block',
        p: 1.75,
        color: 'inherit',
        textDecoration: 'none',
        '&:active': { bgcolor: 'primary.light' },
      }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'flex-start', gap: 1 }}>
        <Typography sx={{ fontWeight: 700, fontSize: '1.0625rem', overflowWrap: 'anywhere' }}>
          {nameOf(lead, words)}
        </Typography>
        <StatusChip status={lead.status} />
      </Box>
      <Typography>{words(`products.${lead.product}`)}</Typography>
      <Typography color="textSecondary">{lead.locality}</Typography>
      {lead.callTime === null || lead.callTime === '' ? null : (
        <Typography color="textSecondary">{words('leads.callAt', { time: lead.callTime })}</Typography>
      )}
      {entryOf(lead) === '' ? null : (
        <Typography color="textSecondary">{words('leads.cameBy', { entry: entryOf(lead) })}</Typography>
      )}
      {lead.suspicious ? (
        <Box sx={{ my: 0.75 }}>
          <SuspiciousMark />
        </Box>
      ) : null}
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, color: 'text.secondary' }}>
        <span>{lead.phoneMasked}</span>
        <RelativeTime at={lead.createdAt} />
      </Box>
    </Paper>
  );
}
