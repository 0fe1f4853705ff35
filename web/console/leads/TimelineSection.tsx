import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import type { LeadDetail, LeadEvent } from '../api/records.js';
import { RelativeTime } from '../common/RelativeTime.js';
import { Section } from '../common/Section.js';
import { useWords, type Words } from '../common/useWords.js';

/** Everything that happened with the lead, newest first, with who and when. */
export function TimelineSection({ lead }: { readonly lead: LeadDetail }): JSX.Element {
  const words = useWords();
  const events = [...lead.events].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Section title={words('lead.timeline')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {events.map((event) => (
          <Box component="li" key={event.id} sx={itemLook}>
            <Typography sx={{ fontWeight: 600 }}>{describe(event, words)}</Typography>
            {event.note === null || event.note === '' ? null : (
              <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{event.note}</Typography>
            )}
            <Typography variant="caption" color="textSecondary">
              {whoDid(event, lead, words)} · <RelativeTime at={event.at} />
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  );
}

/** A dot per event on a line from the newest to the oldest. */
const itemLook = {
  position: 'relative',
  pl: 3,
  pb: 2,
  '&:last-child': { pb: 0 },
  '&::before': {
    content: '""',
    position: 'absolute',
    left: 4,
    top: 7,
    width: 10,
    height: 10,
    borderRadius: '50%',
    bgcolor: 'primary.main',
  },
  '&:not(:last-child)::after': {
    content: '""',
    position: 'absolute',
    left: 8,
    top: 20,
    bottom: -4,
    width: 2,
    bgcolor: 'divider',
  },
} as const;

function describe(event: LeadEvent, words: Words): string {
  if (event.kind !== 'status' || event.to === null) return words(`lead.events.${event.kind}`);
  const to = words(`statuses.${event.to}`);
  if (event.from === event.to) return to;
  if (event.from === null) return words('lead.events.statusFirst', { to });
  return words('lead.events.status', { from: words(`statuses.${event.from}`), to });
}

function whoDid(event: LeadEvent, lead: LeadDetail, words: Words): string {
  if (event.actor !== null) return event.actor;
  return lead.name === '' ? words('lead.citizen') : lead.name;
}
