import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { DataTable, ListBase, useCreatePath, useListContext } from 'react-admin';
import { Link } from 'react-router';
import type { FaqSummary } from '../api/records.js';
import { ListRows } from '../common/ListRows.js';
import { NoRows } from '../common/NoRows.js';
import { PageHeading } from '../common/PageHeading.js';
import { formatDateTime, formatIsoDate } from '../common/times.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';
import { FaqFilters } from './FaqFilters.js';
import { ReviewChip } from './ReviewChip.js';

/** All answers, with how they stand to their review date. */
export function FaqList(): JSX.Element {
  return (
    <ListBase<FaqSummary>
      perPage={25}
      sort={{ field: 'title', order: 'ASC' }}
      queryOptions={{ onError: () => undefined }}
    >
      <FaqListView />
    </ListBase>
  );
}

function FaqListView(): JSX.Element {
  const words = useWords();
  const { total } = useListContext<FaqSummary>();
  const title = words('faq.title');
  return (
    <>
      <PageHeading title={total === undefined ? title : `${title} (${total})`} />
      <FaqFilters />
      <ListRows<FaqSummary>
        empty={<NoRows noMatch={words('faq.noMatch')} />}
        table={<FaqTable />}
        card={(entry) => <FaqCard entry={entry} />}
      />
    </>
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
  const createPath = useCreatePath();
  return (
    <>
      <Box
        component={Link}
        to={createPath({ resource: 'faq-entries', type: 'edit', id: entry.id })}
        sx={{ color: 'primary.main', fontWeight: 700 }}
      >
        {entry.title[locale]}
      </Box>
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
