import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import type { JSX } from 'react';
import { useListContext, type RaRecord } from 'react-admin';
import { Choice } from './Choice.js';
import { SearchField } from './SearchField.js';
import { useFilters } from './useFilters.js';
import { useIsWide } from './useIsWide.js';
import { useWords } from './useWords.js';

interface Option {
  readonly value: string;
  readonly label: string;
}

export interface FilterChoice {
  /** Name of the filter. */
  readonly name: string;
  readonly label: string;
  /** '' stands for any. */
  readonly options: readonly Option[];
}

/** How the rows may be ordered, `field_ASC`; `always` also where a table's head can be tapped. */
export interface OrderChoice {
  readonly options: readonly Option[];
  /** What an order is called that only the table's head can set. */
  readonly other?: string;
  readonly always?: boolean;
}

/** What stands above a list: a search, drop-downs, days, and the order. On a phone they stand two by two under the search. */
export function FilterBar(props: {
  readonly search: string;
  readonly choices: readonly FilterChoice[];
  readonly days?: readonly { readonly name: string; readonly label: string }[];
  readonly order?: OrderChoice;
}): JSX.Element {
  const { search, choices, days = [], order } = props;
  const wide = useIsWide();
  const { filters, setFilter } = useFilters();
  const ordered = order !== undefined && (!wide || order.always === true);
  const columns = choices.length + (ordered ? 1 : 0);
  const columnWidths = [
    'minmax(240px, 1fr)',
    ...Array.from({ length: columns }, () => '205px'),
    ...days.map(() => '160px'),
  ];
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        mb: 2,
        gridTemplateColumns: wide ? columnWidths.join(' ') : '1fr 1fr',
      }}
    >
      <Box sx={{ gridColumn: wide ? 'auto' : '1 / -1' }}>
        <SearchField label={search} value={filters['q'] ?? ''} onSearch={(text) => setFilter('q', text)} />
      </Box>
      {choices.map(({ name, label, options }) => (
        <Choice
          key={name}
          label={label}
          value={filters[name] ?? ''}
          onChoose={(value) => setFilter(name, value)}
          options={options}
        />
      ))}
      {days.map(({ name, label }) => (
        <TextField
          key={name}
          type="date"
          size="small"
          label={label}
          value={filters[name] ?? ''}
          onChange={(event) => setFilter(name, event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      ))}
      {ordered ? (
        <Box sx={{ gridColumn: wide ? 'auto' : '1 / -1' }}>
          <OrderInput order={order} />
        </Box>
      ) : null}
    </Box>
  );
}

function OrderInput({ order: { options, other } }: { readonly order: OrderChoice }): JSX.Element {
  const words = useWords();
  const { sort, setSort } = useListContext<RaRecord>();
  // The head of the table may have set another order than these.
  const value = `${sort.field}_${sort.order}`;
  const known = options.some((option) => option.value === value);
  return (
    <Choice
      label={words('leads.sortLabel')}
      value={value}
      onChoose={(chosen) => {
        const [field = '', direction] = chosen.split('_');
        setSort({ field, order: direction === 'DESC' ? 'DESC' : 'ASC' });
      }}
      options={known || other === undefined ? options : [...options, { value, label: other }]}
    />
  );
}
