import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { DataTable, ListBase } from 'react-admin';
import type { FaqSummary } from '../api/records.js';
import { ListHeading } from '../common/ListHeading.js';
import { ListRows } from '../common/ListRows.js';
import { NoRows } from '../common/NoRows.js';
import { RecordLink } from '../common/RecordLink.js';
import { formatDateTime, formatIsoDate } from '../common/times.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';
import { FaqFilters } from './FaqFilters.js';
import { ReviewChip } from './ReviewChip.js';

/** All answers, with how they stand to their review date. */
export function FaqList(): JSX.Element {
  const words = useWords();
  return (
    <ListBase<FaqSummary>
      perPage={25}
      sort={{ field: 'title', order: 'ASC' }}
      queryOptions={{ onError: () => undefined }}
    >
      <ListHeading title={words('faq.title')} />
      <FaqFilters />
      <ListRows<FaqSummary>
        empty={<NoRows noMatch={words('faq.noMatch')} />}
        table={<FaqTable />}
        card={(entry) => <FaqCard entry={entry} />}
      />
    </ListBase>
  );
}

function FaqTable(): JSX.Element {
  const words = useWords();
  return (
    <DataTable<FaqSummary> bulkActionButtons={false} rowClick="edit" size="medium">
      <DataTable.Col<FaqSummary> source="title" render={(entry) => <FaqTitle entry={entry} />} />
      <DataTable.Col<FaqSummary> source="product" render={(entry) => words(`products.${entry.product}`)} />
      <DataTable.NumberCol<FaqSummary> source="phrasingCount" disableSort />
      <DataTable.Col<FaqSummary>
        source="reviewBy"
        label="resources.faq-entries.fields.state"
        render={(entry) => <ReviewChip entry={entry} />}
      />
      <DataTable.Col<FaqSummary> source="updatedAt" render={(entry) => <LastChange entry={entry} />} />
    </DataTable>
  );
}

function FaqTitle({ entry }: { readonly entry: FaqSummary }): JSX.Element {
  const locale = useConsoleLocale();
  return (
    <>
      <RecordLink resource="faq-entries" type="edit" id={entry.id}>
        {entry.title[locale]}
      </RecordLink>
      <Typography variant="caption" component="div" color="textSecondary">
        {entry.id}
      </Typography>
    </>
  );
}

function FaqCard({ entry }: { readonly entry: FaqSummary }): JSX.Element {
  const words = useWords();
  return (
    <Paper variant="outlined" sx={{ p: 1.75, display: 'grid', gap: 0.75 }}>
      <div>
        <FaqTitle entry={entry} />
      </div>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <ReviewChip entry={entry} />
        <Typography variant="caption">
          {words(`products.${entry.product}`)} ·{' '}
          {words('faq.phrasings', { smart_count: entry.phrasingCount })}
        </Typography>
      </Box>
      <Typography variant="caption" color="textSecondary">
        {words('faq.reviewBy', { date: formatIsoDate(entry.reviewBy) })}
      </Typography>
    </Paper>
  );
}

function LastChange({ entry }: { readonly entry: FaqSummary }): JSX.Element | null {
  const locale = useConsoleLocale();
  if (entry.updatedAt === null) return null;
  return (
    <>
      {formatDateTime(entry.updatedAt, locale)}
      <Typography variant="caption" component="div" color="textSecondary">
        {entry.updatedBy}
      </Typography>
    </>
  );
}
