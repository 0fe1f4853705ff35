import Box from '@mui/material/Box';
import { lazy, type JSX } from 'react';
import { ListBase } from 'react-admin';
import type { Lead } from '../api/records.js';
import { ListHeading } from '../common/ListHeading.js';
import { ListRows } from '../common/ListRows.js';
import { useWords } from '../common/useWords.js';
import { LeadCard } from './LeadCard.js';
import { LeadEmpty } from './LeadEmpty.js';
import { LeadExportButton } from './LeadExportButton.js';
import { LeadFilters } from './LeadFilters.js';
import { RefreshState } from './RefreshState.js';

// A phone never draws the table, so it needn't fetch it.
const LeadTable = lazy(async () => ({ default: (await import('./LeadTable.js')).LeadTable }));
const refreshEvery = 30_000;

/** The people who asked for a call, newest first. */
export function LeadList(): JSX.Element {
  const words = useWords();
  return (
    <ListBase<Lead>
      perPage={25}
      sort={{ field: 'createdAt', order: 'DESC' }}
      // Failures are shown above the list; a message every 30 seconds would only be in the way.
      queryOptions={{ refetchInterval: refreshEvery, onError: () => undefined }}
    >
      <ListHeading
        title={words('leads.title')}
        aside={
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <RefreshState />
            <LeadExportButton />
          </Box>
        }
      />
      <LeadFilters />
      <ListRows<Lead> empty={<LeadEmpty />} table={<LeadTable />} card={(lead) => <LeadCard lead={lead} />} />
    </ListBase>
  );
}
