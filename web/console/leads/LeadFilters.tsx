import TuneIcon from '@mui/icons-material/Tune';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState, type JSX } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import type { Lead } from '../api/records.js';
import { Choice } from '../common/Choice.js';
import { SearchField } from '../common/SearchField.js';
import { useFilters } from '../common/useFilters.js';
import { useIsWide } from '../common/useIsWide.js';
import { useWords } from '../common/useWords.js';
import { StatusFilter } from './StatusFilter.js';

/** Search, status, and — on a phone behind a button — product, dates and order. */
export function LeadFilters(): JSX.Element {
  const words = useWords();
  const wide = useIsWide();
  const { filters, setFilter } = useFilters();
  const [open, setOpen] = useState(false);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mb: 2 }}>
      <Box
        sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: wide ? 'minmax(260px, 1fr) auto' : '1fr auto' }}
      >
        <SearchField
          label={words('leads.search')}
          value={filters['q'] ?? ''}
          onSearch={(text) => setFilter('q', text)}
        />
        {wide ? (
          <MoreFilters wide />
        ) : (
          <Button
            variant="outlined"
            aria-expanded={open}
            aria-label={words(open ? 'leads.fewerFilters' : 'leads.moreFilters')}
            onClick={() => setOpen(!open)}
            sx={{ minWidth: 48, px: 1 }}
          >
            <TuneIcon />
          </Button>
        )}
      </Box>
      {!wide && open ? <MoreFilters wide={false} /> : null}
      <StatusFilter value={filters['status'] ?? ''} onChoose={(status) => setFilter('status', status)} />
    </Box>
  );
}

const orders = [
  'createdAt_DESC',
  'createdAt_ASC',
  'updatedAt_DESC',
  'status_ASC',
  'product_ASC',
  'locality_ASC',
];

function MoreFilters({ wide }: { readonly wide: boolean }): JSX.Element {
  const words = useWords();
  const translate = useTranslate();
  const { sort, setSort } = useListContext<Lead>();
  const { filters, setFilter, clear } = useFilters();
  const none = Object.keys(filters).length === 0;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: wide ? '210px 165px 165px auto' : '1fr 1fr',
        alignItems: 'center',
      }}
    >
      <Box sx={{ gridColumn: wide ? 'auto' : '1 / -1' }}>
        <Choice
          label={translate('resources.leads.fields.product')}
          value={filters['product'] ?? ''}
          onChoose={(product) => setFilter('product', product)}
          options={['', 'vsi', 'hhi', 'both'].map((value) => ({
            value,
            label: words(value === '' ? 'leads.anyProduct' : `products.${value}`),
          }))}
        />
      </Box>
      {(['from', 'to'] as const).map((name) => (
        <TextField
          key={name}
          type="date"
          size="small"
          label={words(`leads.${name}`)}
          value={filters[name] ?? ''}
          onChange={(event) => setFilter(name, event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      ))}
      {wide ? null : (
        <Box sx={{ gridColumn: '1 / -1' }}>
          <Choice
            label={words('leads.sortLabel')}
            value={`${sort.field}_${sort.order}`}
            onChoose={(order) => {
              const [field = 'createdAt', direction] = order.split('_');
              setSort({ field, order: direction === 'ASC' ? 'ASC' : 'DESC' });
            }}
            options={orders.map((value) => ({ value, label: words(`leads.sorts.${value}`) }))}
          />
        </Box>
      )}
      {none && !wide ? null : (
        <Button onClick={clear} disabled={none} sx={{ gridColumn: wide ? 'auto' : '1 / -1' }}>
          {words('leads.clear')}
        </Button>
      )}
    </Box>
  );
}
