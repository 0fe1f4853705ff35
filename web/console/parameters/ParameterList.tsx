import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { DataTable, ListBase } from 'react-admin';
import { ListHeading } from '../common/ListHeading.js';
import { ListRows } from '../common/ListRows.js';
import { NoRows } from '../common/NoRows.js';
import { RecordLink } from '../common/RecordLink.js';
import { formatIsoDate } from '../common/times.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';
import { formatValue } from '../publish/formatValue.js';
import type { ParameterSummary } from '../publish/records.js';
import { DueChip } from './DueChip.js';
import { ParameterFilters } from './ParameterFilters.js';

/** Every dated figure of the law; what has to be looked at stands on top. */
export function ParameterList(): JSX.Element {
  const words = useWords();
  return (
    <ListBase<ParameterSummary>
      perPage={25}
      sort={{ field: 'review', order: 'ASC' }}
      queryOptions={{ onError: () => undefined }}
    >
      <ListHeading title={words('parameters.title')} help={words('parameters.help')} />
      <ParameterFilters />
      <ListRows<ParameterSummary>
        empty={<NoRows noMatch={words('parameters.noMatch')} />}
        table={<ParameterTable />}
        card={(parameter) => <ParameterCard parameter={parameter} />}
      />
    </ListBase>
  );
}

function ParameterTable(): JSX.Element {
  return (
    <DataTable<ParameterSummary> bulkActionButtons={false} rowClick="edit" size="medium">
      <DataTable.Col<ParameterSummary>
        source="label"
        render={(parameter) => <ParameterName parameter={parameter} />}
      />
      <DataTable.Col<ParameterSummary>
        source="value"
        disableSort
        render={(parameter) => <Value parameter={parameter} />}
      />
      <DataTable.Col<ParameterSummary>
        source="from"
        render={(parameter) => <Since parameter={parameter} />}
      />
      <DataTable.Col<ParameterSummary> source="next" render={(parameter) => <Next parameter={parameter} />} />
      <DataTable.Col<ParameterSummary>
        source="review"
        render={(parameter) => <DueChip parameter={parameter} />}
      />
    </DataTable>
  );
}

function ParameterCard({ parameter }: { readonly parameter: ParameterSummary }): JSX.Element {
  return (
    <Paper variant="outlined" sx={{ p: 1.75, display: 'grid', gap: 0.75 }}>
      <div>
        <ParameterName parameter={parameter} />
      </div>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline' }}>
        <Value parameter={parameter} />
        <Typography variant="caption" color="textSecondary">
          <Since parameter={parameter} />
        </Typography>
      </Box>
      {parameter.next === null ? null : (
        <Typography variant="caption">
          <Next parameter={parameter} />
        </Typography>
      )}
      <div>
        <DueChip parameter={parameter} />
      </div>
    </Paper>
  );
}

function ParameterName({ parameter }: { readonly parameter: ParameterSummary }): JSX.Element {
  const locale = useConsoleLocale();
  const words = useWords();
  return (
    <>
      <RecordLink resource="parameters" type="edit" id={parameter.id}>
        {parameter.label[locale]}
      </RecordLink>
      <Typography variant="caption" component="div" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {parameter.id}
        {parameter.edited ? ` · ${words('parameters.edited')}` : ''}
      </Typography>
    </>
  );
}

function Value({ parameter }: { readonly parameter: ParameterSummary }): JSX.Element {
  const words = useWords();
  return (
    <Box component="span" sx={{ fontWeight: 700, overflowWrap: 'anywhere' }}>
      {formatValue(parameter.unit, parameter.value, words)}
    </Box>
  );
}

function Since({ parameter: { from, to } }: { readonly parameter: ParameterSummary }): JSX.Element | null {
  const words = useWords();
  if (from === null) return null;
  const first = formatIsoDate(from);
  return (
    <>
      {to === null
        ? words('parameters.timeOpen', { from: first })
        : words('parameters.time', { from: first, to: formatIsoDate(to) })}
    </>
  );
}

function Next({ parameter: { next, unit } }: { readonly parameter: ParameterSummary }): JSX.Element | null {
  const words = useWords();
  if (next === null) return null;
  const value = formatValue(unit, next.value, words);
  return <>{words('parameters.next', { date: formatIsoDate(next.from), value })}</>;
}
