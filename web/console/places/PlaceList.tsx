import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
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
import { provinceChoices } from '../publish/provinces.js';
import { placeKinds, type Place } from './records.js';

const orders = ['name_ASC', 'communes_ASC', 'checkedOn_ASC', 'updatedAt_DESC'];
/** Names of communes in a row; an office may serve dozens. */
const mostCommunes = 2;

/** Offices and collection points, of which citizens are told when they ask where to pay. */
export function PlaceList(): JSX.Element {
  return (
    <ListBase<Place>
      perPage={25}
      sort={{ field: 'name', order: 'ASC' }}
      queryOptions={{ onError: () => undefined }}
    >
      <PlaceListView />
    </ListBase>
  );
}

function PlaceListView(): JSX.Element {
  const words = useWords();
  return (
    <>
      <ListHeading
        title={words('places.title')}
        aside={
          <Button
            component={Link}
            to="/places/create"
            variant="contained"
            startIcon={<AddIcon />}
            sx={{ flexShrink: 0, whiteSpace: 'nowrap' }}
          >
            {words('places.add')}
          </Button>
        }
      />
      <Filters />
      <ListRows<Place>
        empty={
          <NoRows
            noMatch={words('places.noMatch')}
            empty={words('places.empty')}
            help={words('places.emptyHelp')}
          />
        }
        table={<PlaceTable />}
        card={(place) => <PlaceCard place={place} />}
      />
    </>
  );
}

function Filters(): JSX.Element {
  const words = useWords();
  return (
    <FilterBar
      search={words('places.search')}
      choices={[
        {
          name: 'kind',
          label: words('places.kind'),
          options: ['', ...placeKinds].map((value) => ({
            value,
            label: words(value === '' ? 'places.anyKind' : `places.kinds.${value}`),
          })),
        },
        {
          name: 'province',
          label: words('localSupport.province'),
          options: [{ value: '', label: words('places.anyProvince') }, ...provinceChoices],
        },
      ]}
      order={{ options: orders.map((value) => ({ value, label: words(`places.sorts.${value}`) })) }}
    />
  );
}

function PlaceTable(): JSX.Element {
  const words = useWords();
  return (
    <DataTable<Place> bulkActionButtons={false} rowClick="edit" size="medium">
      <DataTable.Col<Place> source="name" render={(place) => <Name place={place} />} />
      <DataTable.Col<Place>
        source="kind"
        render={({ kind }) => <Box sx={{ whiteSpace: 'nowrap' }}>{words(`places.kinds.${kind}`)}</Box>}
      />
      <DataTable.Col<Place> source="communes" render={(place) => <Communes place={place} />} />
      <DataTable.Col<Place> source="phone" disableSort render={(place) => <Reach place={place} />} />
      <DataTable.Col<Place> source="checkedOn" render={({ checkedOn }) => formatIsoDate(checkedOn)} />
    </DataTable>
  );
}

function PlaceCard({ place }: { readonly place: Place }): JSX.Element {
  const words = useWords();
  return (
    <Paper variant="outlined" sx={{ p: 1.75, display: 'grid', gap: 0.75 }}>
      <Name place={place} />
      <Typography>
        {words(`places.kinds.${place.kind}`)}: <Communes place={place} />
      </Typography>
      <Reach place={place} />
      <Typography variant="caption" color="textSecondary">
        {words('places.checked', { date: formatIsoDate(place.checkedOn) })}
      </Typography>
    </Paper>
  );
}

function Name({ place }: { readonly place: Place }): JSX.Element {
  return (
    <Box sx={{ minWidth: { md: 240 } }}>
      <RecordLink resource="places" type="edit" id={place.id} breaks>
        {place.name}
      </RecordLink>
      <Typography variant="caption" component="div" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {place.address}
      </Typography>
    </Box>
  );
}

function Communes({ place: { communeNames } }: { readonly place: Place }): JSX.Element {
  const words = useWords();
  const more = communeNames.length - mostCommunes;
  return (
    <>
      {communeNames.slice(0, mostCommunes).join('; ')}
      {more <= 0 ? '' : ` ${words('places.moreCommunes', { smart_count: more })}`}
    </>
  );
}

function Reach({ place: { phone, hours } }: { readonly place: Place }): JSX.Element | null {
  if (phone === undefined && hours === undefined) return null;
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      {phone}
      {hours === undefined ? null : (
        <Typography variant="caption" component="div" color="textSecondary">
          {hours}
        </Typography>
      )}
    </Box>
  );
}
