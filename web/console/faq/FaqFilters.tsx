import type { JSX } from 'react';
import { useTranslate } from 'react-admin';
import { FilterBar } from '../common/FilterBar.js';
import { useWords } from '../common/useWords.js';

const orders = ['title_ASC', 'id_ASC', 'product_ASC', 'updatedAt_DESC'];

/** Search, product, review state and, where there is no table head to tap, the order. */
export function FaqFilters(): JSX.Element {
  const words = useWords();
  const translate = useTranslate();
  return (
    <FilterBar
      search={words('faq.search')}
      choices={[
        {
          name: 'product',
          label: translate('resources.faq-entries.fields.product'),
          options: ['', 'vsi', 'hhi', 'common'].map((value) => ({
            value,
            label: words(value === '' ? 'faq.anyProduct' : `products.${value}`),
          })),
        },
        {
          name: 'state',
          label: translate('resources.faq-entries.fields.state'),
          options: ['', 'current', 'due', 'expired'].map((value) => ({
            value,
            label: words(value === '' ? 'faq.anyState' : `faq.states.${value}`),
          })),
        },
      ]}
      order={{ options: orders.map((value) => ({ value, label: words(`faq.sorts.${value}`) })) }}
    />
  );
}
