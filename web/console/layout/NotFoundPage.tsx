import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { PageHeading } from '../common/PageHeading.js';
import { useWords } from '../common/useWords.js';

/** An address that leads nowhere for this person's role. */
export function NotFoundPage(): JSX.Element {
  const words = useWords();
  const translate = useTranslate();
  return (
    <>
      <PageHeading title={translate('ra.page.not_found')} />
      <Typography sx={{ mb: 3 }}>{translate('ra.message.not_found')}</Typography>
      <Button variant="contained" component={Link} to="/">
        {words('home')}
      </Button>
    </>
  );
}
