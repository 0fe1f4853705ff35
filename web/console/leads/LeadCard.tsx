import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import type { Lead } from '../api/records.js';
import { LinkedCard } from '../common/LinkedCard.js';
import { RelativeTime } from '../common/RelativeTime.js';
import { useWords } from '../common/useWords.js';
import { entryOf } from './entryOf.js';
import { nameOf } from './nameOf.js';
import { StatusChip } from './StatusChip.js';
import { SuspiciousMark } from './SuspiciousMark.js';

/** A lead on a phone; the whole card opens it. */
export function LeadCard({ lead }: { readonly lead: Lead }): JSX.Element {
  const words = useWords();
  return (
    <LinkedCard resource="leads" id={lead.id}>
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
    </LinkedCard>
  );
}
