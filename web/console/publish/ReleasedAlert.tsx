import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { JSX } from 'react';
import { useWords } from '../common/useWords.js';
import { TextDiff } from '../faq/TextDiff.js';

/** Says that the software's release has something else than what was edited here, and offers to take it into the form. */
export function ReleasedAlert(props: {
  readonly before: string;
  readonly after: string;
  readonly onTake: () => void;
}): JSX.Element {
  const words = useWords();
  return (
    <Alert severity="info">
      {words('publish.released')}
      <Box component="details" sx={{ mt: 1 }}>
        <Box component="summary" sx={{ cursor: 'pointer', minHeight: 32 }}>
          {words('publish.releasedShow')}
        </Box>
        <TextDiff before={props.before} after={props.after} />
        <Button variant="outlined" color="inherit" onClick={props.onTake} sx={{ mt: 1 }}>
          {words('publish.releasedTake')}
        </Button>
      </Box>
    </Alert>
  );
}
