import Box from '@mui/material/Box';
import type { JSX } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { Choice } from '../common/Choice.js';
import { SearchField } from '../common/SearchField.js';
import { useFilters } from '../common/useFilters.js';
import { useIsWide } from '../common/useIsWide.js';
import { useWords } from '../common/useWords.js';
import { units, type ParameterSummary } from '../publish/records.js';

const orders = ['review_ASC', 'label_ASC', 'id_ASC', 'next_ASC', 'updatedAt_DESC'];

/** Search, unit, review state and the order. */
export function ParameterFilters(): JSX.Element {
  const words = useWords();
  const translate = useTranslate();
  const wide = useIsWide();
  const { sort, setSort } = useListContext<ParameterSummary>();
  const { filters, setFilter } = useFilters();
  // The head of the table may have set another order than these.
  const order = `${sort.field}_${sort.order}`;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        mb: 2,
        gridTemplateColumns: wide ? 'minmax(240px, 1fr) 180px 200px 220px' : '1fr 1fr',
      }}
    >
      <Box sx={{ gridColumn: wide ? 'auto' : '1 / -1' }}>
        <SearchField
          label={words('parameters.search')}
          value={filters['q'] ?? ''}
          onSearch={(text) => setFilter('q', text)}
        />
      </Box>
      <Choice
        label={translate('resources.parameters.fields.unit')}
        value={filters['unit'] ?? ''}
        onChoose={(unit) => setFilter('unit', unit)}
        options={['', ...units].map((value) => ({
          value,
          label: words(value === '' ? 'parameters.anyUnit' : `parameters.units.${value}`),
        }))}
      />
      <Choice
        label={translate('resources.parameters.fields.review')}
        value={filters['state'] ?? ''}
        onChoose={(state) => setFilter('state', state)}
        options={['', 'overdue', 'due', 'current'].map((value) => ({
          value,
          label: words(value === '' ? 'parameters.anyState' : `parameters.states.${value}`),
        }))}
      />
      <Box sx={{ gridColumn: wide ? 'auto' : '1 / -1' }}>
        <Choice
          label={words('leads.sortLabel')}
          value={order}
          onChoose={(chosen) => {
            const [field = 'review', direction] = chosen.split('_');
            setSort({ field, order: direction === 'DESC' ? 'DESC' : 'ASC' });
          }}
          options={[...new Set([...orders, order])].map((value) => ({
            value,
            label: words(`parameters.sorts.${orders.includes(value) ? value : 'other'}`),
          }))}
        />
      </Box>
    </Box>
  );
}
