import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { CopyButton } from '../common/CopyButton.js';
import { useFilters } from '../common/useFilters.js';
import { useWords } from '../common/useWords.js';

/** Nobody yet: how to get the first. Nobody behind the filters: how to see the others. */
export function LeadEmpty(): JSX.Element {
  const words = useWords();
  const { filters, clear } = useFilters();
  const filtered = Object.keys(filters).length > 0;
  const chatLink = `${window.location.origin}/`;
  return (
    <Paper variant="outlined" sx={{ p: { xs: 3, sm: 5 }, textAlign: 'center' }}>
      <Typography component="h2" variant="h2" gutterBottom>
        {words(filtered ? 'leads.noMatch' : 'leads.emptyTitle')}
      </Typography>
      <Typography color="textSecondary" sx={{ maxWidth: 520, mx: 'auto', mb: 2.5 }}>
        {words(filtered ? 'leads.noMatchHelp' : 'leads.emptyHelp')}
      </Typography>
      {filtered ? (
        <Button variant="outlined" onClick={clear}>
          {words('leads.clear')}
        </Button>
      ) : (
        <Box sx={{ display: 'grid', justifyItems: 'center', gap: 1.5 }}>
          <Typography
            component="a"
            href={chatLink}
            aria-label={words('leads.chatLink')}
            sx={{ fontWeight: 700, overflowWrap: 'anywhere' }}
          >
            {chatLink}
          </Typography>
          <CopyButton text={chatLink} />
        </Box>
      )}
    </Paper>
  );
}
