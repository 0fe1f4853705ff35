import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import type { LeadConsent } from '../api/records.js';
import { Section } from '../common/Section.js';
import { formatDateTime } from '../common/times.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';

/** What the person agreed to, in the very words that were shown, and when. */
export function ConsentSection({ consents }: { readonly consents: readonly LeadConsent[] }): JSX.Element {
  const words = useWords();
  return (
    <Section title={words('lead.consent')}>
      {consents.length === 0 ? (
        <Typography color="textSecondary">{words('lead.consentNone')}</Typography>
      ) : null}
      <Box sx={{ display: 'grid', gap: 2 }}>
        {consents.map((consent, index) => (
          <Consent key={index} consent={consent} />
        ))}
      </Box>
    </Section>
  );
}

function Consent({ consent }: { readonly consent: LeadConsent }): JSX.Element {
  const words = useWords();
  const locale = useConsoleLocale();
  const given = { time: formatDateTime(consent.givenAt, locale), version: consent.textVersion };
  return (
    <div>
      <Typography sx={{ fontWeight: 700 }}>{words(`lead.purposes.${consent.purpose}`)}</Typography>
      <Typography
        component="blockquote"
        sx={{ m: 0, my: 0.5, pl: 1.5, borderLeft: '3px solid', borderColor: 'primary.light' }}
      >
        {consent.text}
      </Typography>
      <Typography variant="caption" color="textSecondary" component="p">
        {words('lead.consentGiven', given)}
      </Typography>
      {consent.withdrawnAt === null ? null : (
        <Typography variant="caption" component="p" sx={{ color: 'error.main', fontWeight: 600 }}>
          {words('lead.consentWithdrawn', { time: formatDateTime(consent.withdrawnAt, locale) })}
        </Typography>
      )}
    </div>
  );
}
