import Box from '@mui/material/Box';
import type { JSX } from 'react';
import { DataTable } from 'react-admin';
import type { Lead } from '../api/records.js';
import { RecordLink } from '../common/RecordLink.js';
import { RelativeTime } from '../common/RelativeTime.js';
import { useWords } from '../common/useWords.js';
import { entryOf } from './entryOf.js';
import { nameOf } from './nameOf.js';
import { StatusChip } from './StatusChip.js';
import { SuspiciousMark } from './SuspiciousMark.js';

/** The list on a wide screen. The name is a link, so that the keyboard reaches every row. */
export function LeadTable(): JSX.Element {
  const words = useWords();
  return (
    <DataTable<Lead> bulkActionButtons={false} rowClick="show" size="medium">
      <DataTable.Col<Lead> source="name" disableSort render={(lead) => <LeadName lead={lead} />} />
      <DataTable.Col<Lead> source="status" render={(lead) => <StatusChip status={lead.status} />} />
      <DataTable.Col<Lead> source="product" render={(lead) => words(`products.${lead.product}`)} />
      <DataTable.Col<Lead> source="locality" />
      <DataTable.Col<Lead>
        source="phoneMasked"
        label="resources.leads.fields.phone"
        disableSort
        sx={{ whiteSpace: 'nowrap' }}
      />
      <DataTable.Col<Lead> source="callTime" disableSort render={(lead) => lead.callTime ?? ''} />
      <DataTable.Col<Lead> source="campaign" disableSort render={(lead) => entryOf(lead)} />
      <DataTable.Col<Lead>
        source="createdAt"
        sx={{ whiteSpace: 'nowrap' }}
        render={(lead) => <RelativeTime at={lead.createdAt} />}
      />
    </DataTable>
  );
}

function LeadName({ lead }: { readonly lead: Lead }): JSX.Element {
  const words = useWords();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <RecordLink resource="leads" type="show" id={lead.id} breaks>
        {nameOf(lead, words)}
      </RecordLink>
      {lead.suspicious ? <SuspiciousMark /> : null}
    </Box>
  );
}
