import Box from '@mui/material/Box';
import type { JSX } from 'react';
import { BooleanInput, SelectInput } from 'react-admin';
import { useWords } from '../common/useWords.js';
import { BasisInput } from './BasisInput.js';
import { CheckedInput } from './CheckedInput.js';
import { LinesInput } from './LinesInput.js';
import { RelatedInput } from './RelatedInput.js';

const nextSteps = ['estimate_voluntary', 'estimate_household', 'lead', 'hotline'];

/** Legal basis, dates, and how the answer leads on. */
export function LegalTab({ entryId }: { readonly entryId: string }): JSX.Element {
  const words = useWords();
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      <BasisInput />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <CheckedInput source="validFrom" type="date" label={words('entry.validFrom')} needed />
        <CheckedInput
          source="reviewBy"
          type="date"
          label={words('entry.reviewBy')}
          help={words('entry.reviewByHelp')}
          needed
        />
      </Box>
      <SelectInput
        source="nextStep"
        label={words('entry.nextStep')}
        emptyText={words('entry.nextSteps.none')}
        choices={nextSteps.map((id) => ({ id, name: words(`entry.nextSteps.${id}`) }))}
        translateChoice={false}
        helperText={false}
      />
      <RelatedInput entryId={entryId} />
      <BooleanInput source="redirect" label={words('entry.redirect')} helperText={false} />
      <LinesInput
        source="audiences"
        label={words('entry.audiences')}
        help={words('entry.audiencesHelp')}
        rows={1}
      />
    </Box>
  );
}
