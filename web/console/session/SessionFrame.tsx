import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useEffect, type JSX, type ReactNode } from 'react';
import { useWords } from '../common/useWords.js';
import { LanguageSwitch } from '../layout/LanguageSwitch.js';
import { OfflineBanner } from '../layout/OfflineBanner.js';

/** The page around signing in and changing the password: name of the service, one card, language below. */
export function SessionFrame(props: {
  readonly title: string;
  readonly subtitle: string;
  readonly children: ReactNode;
}): JSX.Element {
  const words = useWords();
  useEffect(() => {
    document.title = `${props.title} · An Sinh`;
  }, [props.title]);
  return (
    <Box sx={{ minHeight: '100vh', bgcolor: { xs: 'background.paper', sm: 'background.default' } }}>
      <OfflineBanner />
      <Box
        component="main"
        sx={{ maxWidth: 440, mx: 'auto', px: { xs: 2.5, sm: 2 }, pt: { xs: 5, sm: '12vh' }, pb: 4 }}
      >
        <Typography
          component="p"
          sx={{
            fontSize: '2.25rem',
            lineHeight: 1.2,
            fontWeight: 800,
            letterSpacing: '-0.02em',
            color: 'primary.main',
          }}
        >
          {words('brand')}
        </Typography>
        <Typography sx={{ mb: 3, color: 'text.secondary' }}>{props.subtitle}</Typography>
        <Paper sx={{ p: { xs: 0, sm: 3.5 }, border: { sm: '1px solid' }, borderColor: { sm: 'divider' } }}>
          <Typography component="h1" variant="h1" sx={{ mb: 2 }}>
            {props.title}
          </Typography>
          {props.children}
        </Paper>
        <Box sx={{ mt: 3, display: 'flex', justifyContent: 'flex-start' }}>
          <LanguageSwitch />
        </Box>
      </Box>
    </Box>
  );
}
