import type { JSX } from 'react';
import { useTranslate } from 'react-admin';
import { FilterBar } from '../common/FilterBar.js';
import { useWords } from '../common/useWords.js';
import { units } from '../publish/records.js';

const orders = ['review_ASC', 'label_ASC', 'id_ASC', 'next_ASC', 'updatedAt_DESC'];

/** Search, unit, review state and the order. */
export function ParameterFilters(): JSX.Element {
  const words = useWords();
  const translate = useTranslate();
  return (
    <FilterBar
      search={words('parameters.search')}
      choices={[
        {
          name: 'unit',
          label: translate('resources.parameters.fields.unit'),
          options: ['', ...units].map((value) => ({
            value,
            label: words(value === '' ? 'parameters.anyUnit' : `parameters.units.${value}`),
          })),
        },
        {
          name: 'state',
          label: translate('resources.parameters.fields.review'),
          options: ['', 'overdue', 'due', 'current'].map((value) => ({
            value,
            label: words(value === '' ? 'parameters.anyState' : `parameters.states.${value}`),
          })),
        },
      ]}
      order={{
        options: orders.map((value) => ({ value, label: words(`parameters.sorts.${value}`) })),
        other: words('parameters.sorts.other'),
        always: true,
      }}
    />
  );
}
