import Box from '@mui/material/Box';
import type { JSX } from 'react';
import { useGetList } from 'react-admin';
import { FailureAlert } from '../common/FailureAlert.js';
import { Section } from '../common/Section.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';
import { CheckInput } from '../publish/CheckInput.js';
import { ChoiceInput } from '../publish/ChoiceInput.js';
import { formatValue } from '../publish/formatValue.js';
import type { ParameterSummary } from '../publish/records.js';

const mostAges = 200;

/** Whom of the groups the support is for. Ages are parameters of their own, so that each stands in one place. */
export function LimitInputs(): JSX.Element {
  const words = useWords();
  const locale = useConsoleLocale();
  const { data, error, refetch } = useGetList<ParameterSummary>(
    'parameters',
    {
      filter: { unit: 'years' },
      sort: { field: 'id', order: 'ASC' },
      pagination: { page: 1, perPage: mostAges },
    },
    { onError: () => undefined },
  );
  const ages = (data ?? []).map(({ id, label, unit, value }) => ({
    value: id,
    label: `${formatValue(unit, value, words)}: ${label[locale]}`,
  }));
  const options = [{ value: '', label: words('localSupport.anyAge') }, ...ages];
  return (
    <Section title={words('localSupport.limits')}>
      {error == null ? null : <FailureAlert error={error} onRetry={() => void refetch()} />}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <ChoiceInput source="ages.from" label={words('localSupport.ageFrom')} options={options} />
        <ChoiceInput source="ages.below" label={words('localSupport.ageBelow')} options={options} />
        <CheckInput source="permanent" label={words('localSupport.permanent')} />
        <CheckInput source="withoutSupport" label={words('localSupport.withoutSupport')} />
      </Box>
    </Section>
  );
}
