import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { useFilters } from './useFilters.js';
import { useWords } from './useWords.js';

/** A list without a row: nothing there yet, or nothing behind the filters and how to see the others. */
export function NoRows(props: {
  readonly noMatch: string;
  /** Said where no filter is set. */
  readonly empty?: string;
  readonly help?: string;
}): JSX.Element {
  const { noMatch, empty = noMatch, help } = props;
  const words = useWords();
  const { filters, clear } = useFilters();
  const filtered = Object.keys(filters).length > 0;
  return (
    <Paper
      variant="outlined"
      sx={{ p: 4, textAlign: 'center', display: 'grid', gap: 2, justifyItems: 'center' }}
    >
      <Typography>{filtered ? noMatch : empty}</Typography>
      {filtered || help === undefined ? null : (
        <Typography color="textSecondary" sx={{ maxWidth: 560 }}>
          {help}
        </Typography>
      )}
      {filtered ? (
        <Button variant="outlined" onClick={clear}>
          {words('leads.clear')}
        </Button>
      ) : null}
    </Paper>
  );
}
