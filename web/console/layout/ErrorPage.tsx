import Button from '@mui/material/Button';
import Container from '@mui/material/Container';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { useWords } from '../common/useWords.js';

/** Shown when a page breaks, also when a new release has replaced the files an old page still asks for. */
export function ErrorPage(): JSX.Element {
  const words = useWords();
  return (
    <Container component="main" maxWidth="sm" sx={{ py: 8, textAlign: 'center' }}>
      <Typography component="h1" variant="h1" gutterBottom>
        {words('errors.page')}
      </Typography>
      <Typography sx={{ mb: 3 }}>{words('errors.pageHelp')}</Typography>
      <Button variant="contained" onClick={() => window.location.reload()}>
        {words('errors.reload')}
      </Button>
    </Container>
  );
}
