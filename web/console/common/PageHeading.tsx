import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, type JSX, type ReactNode } from 'react';
import { Link } from 'react-router';

/** The title of a page, on the page and in the browser's tab, with the way back above and buttons beside it. */
export function PageHeading(props: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
}): JSX.Element {
  const { title, aside, back } = props;
  useEffect(() => {
    document.title = `${title} · An Sinh`;
  }, [title]);
  return (
    <Box sx={{ mb: 2 }}>
      {back === undefined ? null : (
        <Button component={Link} to={back.to} startIcon={<ArrowBackIcon />} sx={{ ml: -1 }}>
          {back.label}
        </Button>
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, justifyContent: 'space-between' }}>
        <Typography
          component="h1"
          variant="h1"
          sx={{ minWidth: 0, overflowWrap: 'anywhere', fontSize: { xs: '1.375rem', sm: '1.5rem' } }}
        >
          {title}
        </Typography>
        {aside}
      </Box>
    </Box>
  );
}
