import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import type { LeadEstimate } from '../api/records.js';
import { CopyButton } from '../common/CopyButton.js';
import { FormattedText } from '../common/FormattedText.js';
import { Section } from '../common/Section.js';
import { useWords } from '../common/useWords.js';

/** What the assistant reckoned for the person, so that the officer says the same figures. */
export function EstimateSection({ estimate }: { readonly estimate: LeadEstimate | null }): JSX.Element {
  const words = useWords();
  return (
    <Section title={words('lead.estimate')}>
      {estimate === null ? (
        <Typography color="textSecondary">{words('lead.estimateNone')}</Typography>
      ) : (
        <Box sx={{ display: 'grid', gap: 0.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Typography sx={{ fontWeight: 700 }}>{words(`products.${estimate.product}`)}</Typography>
          {estimate.summary.map((line, index) => (
            <FormattedText key={index} text={line} />
          ))}
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 0.5 }}>
            {/* A signed reference is long and nobody reads it; it is copied to open the same calculation again. */}
            <Typography variant="caption" color="textSecondary" noWrap sx={{ minWidth: 0 }}>
              {words('lead.estimateReference', { reference: estimate.reference })}
            </Typography>
            <Box sx={{ flexShrink: 0 }}>
              <CopyButton text={estimate.reference} />
            </Box>
          </Box>
        </Box>
      )}
    </Section>
  );
}
