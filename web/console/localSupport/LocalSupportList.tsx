import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { DataTable, ListBase } from 'react-admin';
import { Link } from 'react-router';
import { FilterBar } from '../common/FilterBar.js';
import { ListHeading } from '../common/ListHeading.js';
import { ListRows } from '../common/ListRows.js';
import { NoRows } from '../common/NoRows.js';
import { RecordLink } from '../common/RecordLink.js';
import { formatIsoDate } from '../common/times.js';
import { useWords } from '../common/useWords.js';
import { formatValue } from '../publish/formatValue.js';
import { provinceName } from '../publish/provinces.js';
import type { LocalSupportSummary } from '../publish/records.js';
import { useGroupWord } from '../publish/useGroupWord.js';

/** What provinces add on top of the State's support. */
export function LocalSupportList(): JSX.Element {
  const words = useWords();
  return (
    <ListBase<LocalSupportSummary>
      perPage={25}
      sort={{ field: 'province', order: 'ASC' }}
      queryOptions={{ onError: () => undefined }}
    >
      <ListHeading
        title={words('localSupport.title')}
        aside={
          <Button component={Link} to="/local-support/create" variant="contained" startIcon={<AddIcon />}>
            {words('localSupport.add')}
          </Button>
        }
      />
      <Filters />
      <ListRows<LocalSupportSummary>
        empty={<NoRows noMatch={words('localSupport.noMatch')} empty={words('localSupport.empty')} />}
        table={<LocalSupportTable />}
        card={(row) => <LocalSupportCard row={row} />}
      />
    </ListBase>
  );
}

function Filters(): JSX.Element {
  const words = useWords();
  return (
    <FilterBar
      search={words('localSupport.search')}
      choices={[
        {
          name: 'scheme',
          label: words('localSupport.scheme'),
          options: ['', 'vsi', 'hhi'].map((value) => ({
            value,
            label: words(value === '' ? 'faq.anyProduct' : `products.${value}`),
          })),
        },
        {
          name: 'state',
          label: words('localSupport.state'),
          options: ['', 'current', 'coming', 'ended'].map((value) => ({
            value,
            label: words(value === '' ? 'localSupport.anyState' : `localSupport.states.${value}`),
          })),
        },
      ]}
    />
  );
}

function LocalSupportTable(): JSX.Element {
  const words = useWords();
  return (
    <DataTable<LocalSupportSummary> bulkActionButtons={false} rowClick="edit" size="medium">
      <DataTable.Col<LocalSupportSummary> source="province" render={(row) => <Place row={row} />} />
      <DataTable.Col<LocalSupportSummary> source="scheme" render={(row) => words(`products.${row.scheme}`)} />
      <DataTable.Col<LocalSupportSummary>
        source="groups"
        disableSort
        render={(row) => <Groups row={row} />}
      />
      <DataTable.Col<LocalSupportSummary> source="percent" render={(row) => <Percent row={row} />} />
      <DataTable.Col<LocalSupportSummary> source="from" render={(row) => <Time row={row} />} />
    </DataTable>
  );
}

function LocalSupportCard({ row }: { readonly row: LocalSupportSummary }): JSX.Element {
  const words = useWords();
  return (
    <Paper variant="outlined" sx={{ p: 1.75, display: 'grid', gap: 0.5 }}>
      <div>
        <Place row={row} />
      </div>
      <Typography variant="caption">{words(`products.${row.scheme}`)}</Typography>
      <Typography>
        <Percent row={row} />: <Groups row={row} />
      </Typography>
      <Box sx={{ color: 'text.secondary' }}>
        <Time row={row} />
      </Box>
    </Paper>
  );
}

function Place({ row }: { readonly row: LocalSupportSummary }): JSX.Element {
  const words = useWords();
  return (
    <Box sx={{ minWidth: { md: 200 } }}>
      <RecordLink resource="local-support" type="edit" id={row.id}>
        {provinceName(row.province)}
      </RecordLink>
      <Typography variant="caption" component="div" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {row.basis.document}
        {row.edited ? ` · ${words('parameters.edited')}` : ''}
      </Typography>
    </Box>
  );
}

function Groups({ row }: { readonly row: LocalSupportSummary }): JSX.Element {
  const groupWord = useGroupWord();
  return <>{row.groups.map(groupWord).join(', ')}</>;
}

function Percent({ row }: { readonly row: LocalSupportSummary }): JSX.Element {
  const words = useWords();
  return (
    <b>
      {row.percent === null
        ? words('localSupport.percentUnknown')
        : formatValue('percent', row.percent, words)}
      {row.doubtful === undefined ? '' : ` ${words('localSupport.doubtMark')}`}
    </b>
  );
}

function Time({ row }: { readonly row: LocalSupportSummary }): JSX.Element {
  const words = useWords();
  const from = formatIsoDate(row.from);
  const time =
    row.to === undefined
      ? words('parameters.timeOpen', { from })
      : words('parameters.time', { from, to: formatIsoDate(row.to) });
  if (row.state === 'current') return <>{time}</>;
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      {time}
      <Chip size="small" label={words(`localSupport.states.${row.state}`)} sx={{ fontSize: '0.875rem' }} />
    </Box>
  );
}
