import Box from '@mui/material/Box';
import type { JSX } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import type { FaqSummary } from '../api/records.js';
import { Choice } from '../common/Choice.js';
import { SearchField } from '../common/SearchField.js';
import { useFilters } from '../common/useFilters.js';
import { useIsWide } from '../common/useIsWide.js';
import { useWords } from '../common/useWords.js';

const orders = ['title_ASC', 'id_ASC', 'product_ASC', 'updatedAt_DESC'];

/** Search, product, review state and, where there is no table head to tap, the order. */
export function FaqFilters(): JSX.Element {
  const words = useWords();
  const translate = useTranslate();
  const wide = useIsWide();
  const { sort, setSort } = useListContext<FaqSummary>();
  const { filters, setFilter } = useFilters();
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        mb: 2,
        gridTemplateColumns: wide ? 'minmax(260px, 1fr) 220px 220px' : '1fr 1fr',
      }}
    >
      <Box sx={{ gridColumn: wide ? 'auto' : '1 / -1' }}>
        <SearchField
          label={words('faq.search')}
          value={filters['q'] ?? ''}
          onSearch={(text) => setFilter('q', text)}
        />
      </Box>
      <Choice
        label={translate('resources.faq-entries.fields.product')}
        value={filters['product'] ?? ''}
        onChoose={(product) => setFilter('product', product)}
        options={['', 'vsi', 'hhi', 'common'].map((value) => ({
          value,
          label: words(value === '' ? 'faq.anyProduct' : `products.${value}`),
        }))}
      />
      <Choice
        label={translate('resources.faq-entries.fields.state')}
        value={filters['state'] ?? ''}
        onChoose={(state) => setFilter('state', state)}
        options={['', 'current', 'due', 'expired'].map((value) => ({
          value,
          label: words(value === '' ? 'faq.anyState' : `faq.states.${value}`),
        }))}
      />
      {wide ? null : (
        <Box sx={{ gridColumn: '1 / -1' }}>
          <Choice
            label={words('leads.sortLabel')}
            value={`${sort.field}_${sort.order}`}
            onChoose={(order) => {
              const [field = 'title', direction] = order.split('_');
              setSort({ field, order: direction === 'DESC' ? 'DESC' : 'ASC' });
            }}
            options={orders.map((value) => ({ value, label: words(`faq.sorts.${value}`) }))}
          />
        </Box>
      )}
    </Box>
  );
}
