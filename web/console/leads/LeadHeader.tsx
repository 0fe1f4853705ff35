import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { JSX, ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { LeadDetail } from '../api/records.js';
import { RelativeTime } from '../common/RelativeTime.js';
import { useWords } from '../common/useWords.js';
import { CallButton } from './CallButton.js';
import { entryOf } from './entryOf.js';
import { StatusChip } from './StatusChip.js';
import { SuspiciousMark } from './SuspiciousMark.js';

/** Status, reference, how and when to reach the person. */
export function LeadHeader(props: {
  readonly lead: LeadDetail;
  readonly onPhoneViewed: () => void;
}): JSX.Element {
  const { lead, onPhoneViewed } = props;
  const words = useWords();
  const translate = useTranslate();
  const label = (field: string): string => translate(`resources.leads.fields.${field}`);
  return (
    <Paper component="section" variant="outlined" sx={{ p: { xs: 2, sm: 2.5 } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.25, mb: 1.5 }}>
        <StatusChip status={lead.status} />
        {lead.suspicious ? <SuspiciousMark /> : null}
        <Typography color="textSecondary">
          {words('lead.reference', { reference: lead.reference })}
        </Typography>
      </Box>
      {lead.suspicious ? (
        <Typography sx={{ mb: 1.5, color: 'warning.main' }}>{words('leads.suspiciousHelp')}</Typography>
      ) : null}
      <CallButton key={lead.id} lead={lead} onPhoneViewed={onPhoneViewed} />
      <Box
        component="dl"
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))' },
          gap: 1.5,
          m: 0,
          mt: 2,
        }}
      >
        <Fact label={label('product')}>{words(`products.${lead.product}`)}</Fact>
        {lead.locality === '' ? null : <Fact label={label('locality')}>{lead.locality}</Fact>}
        {lead.callTime === null || lead.callTime === '' ? null : (
          <Fact label={label('callTime')}>{lead.callTime}</Fact>
        )}
        <Fact label={label('createdAt')}>
          <RelativeTime at={lead.createdAt} />, {words(`channels.${lead.channel}`)}
        </Fact>
        {entryOf(lead) === '' ? null : <Fact label={label('campaign')}>{entryOf(lead)}</Fact>}
      </Box>
    </Paper>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): JSX.Element {
  return (
    <div>
      <Typography component="dt" variant="caption" color="textSecondary">
        {label}
      </Typography>
      <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </div>
  );
}
