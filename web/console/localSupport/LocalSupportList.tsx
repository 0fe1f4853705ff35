import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { DataTable, ListBase, useCreatePath, useListContext } from 'react-admin';
import { Link } from 'react-router';
import { Choice } from '../common/Choice.js';
import { ListRows } from '../common/ListRows.js';
import { PageHeading } from '../common/PageHeading.js';
import { SearchField } from '../common/SearchField.js';
import { formatIsoDate } from '../common/times.js';
import { useFilters } from '../common/useFilters.js';
import { useIsWide } from '../common/useIsWide.js';
import { useWords } from '../common/useWords.js';
import { formatValue } from '../publish/formatValue.js';
import { provinceName } from '../publish/provinces.js';
import type { LocalSupportSummary } from '../publish/records.js';
import { useGroupWord } from '../publish/useGroupWord.js';

/** What provinces add on top of the State's support. */
export function LocalSupportList(): JSX.Element {
  return (
    <ListBase<LocalSupportSummary>
      perPage={25}
      sort={{ field: 'province', order: 'ASC' }}
      queryOptions={{ onError: () => undefined }}
    >
      <LocalSupportListView />
    </ListBase>
  );
}

function LocalSupportListView(): JSX.Element {
  const words = useWords();
  const { total } = useListContext<LocalSupportSummary>();
  const title = words('localSupport.title');
  return (
    <>
      <PageHeading
        title={total === undefined ? title : `${title} (${total})`}
        aside={
          <Button component={Link} to="/local-support/create" variant="contained" startIcon={<AddIcon />}>
            {words('localSupport.add')}
          </Button>
        }
      />
      <Filters />
      <ListRows<LocalSupportSummary>
        empty={<NoMatch />}
        table={<LocalSupportTable />}
        card={(row) => <LocalSupportCard row={row} />}
      />
    </>
  );
}

function Filters(): JSX.Element {
  const words = useWords();
  const wide = useIsWide();
  const { filters, setFilter } = useFilters();
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        mb: 2,
        gridTemplateColumns: wide ? 'minmax(240px, 1fr) 220px 220px' : '1fr 1fr',
      }}
    >
      <Box sx={{ gridColumn: wide ? 'auto' : '1 / -1' }}>
        <SearchField
          label={words('localSupport.search')}
          value={filters['q'] ?? ''}
          onSearch={(text) => setFilter('q', text)}
        />
      </Box>
      <Choice
        label={words('localSupport.scheme')}
        value={filters['scheme'] ?? ''}
        onChoose={(scheme) => setFilter('scheme', scheme)}
        options={['', 'vsi', 'hhi'].map((value) => ({
          value,
          label: words(value === '' ? 'faq.anyProduct' : `products.${value}`),
        }))}
      />
      <Choice
        label={words('localSupport.state')}
        value={filters['state'] ?? ''}
        onChoose={(state) => setFilter('state', state)}
        options={['', 'current', 'coming', 'ended'].map((value) => ({
          value,
          label: words(value === '' ? 'localSupport.anyState' : `localSupport.states.${value}`),
        }))}
      />
    </Box>
  );
}

function NoMatch(): JSX.Element {
  const words = useWords();
  const { filters, clear } = useFilters();
  const filtered = Object.keys(filters).length > 0;
  return (
    <Paper
      variant="outlined"
      sx={{ p: 4, textAlign: 'center', display: 'grid', gap: 2, justifyItems: 'center' }}
    >
      <Typography>{words(filtered ? 'localSupport.noMatch' : 'localSupport.empty')}</Typography>
      {filtered ? (
        <Button variant="outlined" onClick={clear}>
          {words('leads.clear')}
        </Button>
      ) : null}
    </Paper>
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
  const createPath = useCreatePath();
  return (
    <Box sx={{ minWidth: { md: 200 } }}>
      <Box
        component={Link}
        to={createPath({ resource: 'local-support', type: 'edit', id: row.id })}
        sx={{ color: 'primary.main', fontWeight: 700 }}
      >
        {provinceName(row.province)}
      </Box>
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
