import Box from '@mui/material/Box';
import type { JSX } from 'react';
import { DataTable, useCreatePath } from 'react-admin';
import { Link } from 'react-router';
import type { Lead } from '../api/records.js';
import { RelativeTime } from '../common/RelativeTime.js';
import { useWords } from '../common/useWords.js';
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
  const createPath = useCreatePath();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <Box
        component={Link}
        to={createPath({ resource: 'leads', type: 'show', id: lead.id })}
        sx={{ color: 'primary.main', fontWeight: 700, overflowWrap: 'anywhere' }}
      >
        {nameOf(lead, words)}
      </Box>
      {lead.suspicious ? <SuspiciousMark /> : null}
    </Box>
  );
}
