import AppBar from '@mui/material/AppBar';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Toolbar from '@mui/material/Toolbar';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslate } from 'react-admin';
import { Link, NavLink } from 'react-router';
import { knownAccount } from '../api/session.js';
import { requestShape } from '../api/request.js';
import { useWords } from '../common/useWords.js';
import { hasWaiting } from '../conversations/records.js';
import { AccountMenu } from './AccountMenu.js';
import { LanguageSwitch } from './LanguageSwitch.js';

/** The bar at the top: name, sections of the administrators, language, account. */
export function ConsoleHeader(): JSX.Element {
  const words = useWords();
  const translate = useTranslate();
  return (
    <AppBar elevation={0} sx={{ bgcolor: 'primary.dark', position: { xs: 'static', sm: 'sticky' } }}>
      <Button href="#main" onClick={focusMain} sx={skipLink}>
        {translate('ra.navigation.skip_nav')}
      </Button>
      <Toolbar
        sx={{ gap: 1, minHeight: 56, py: 0.5, flexWrap: 'wrap', maxWidth: 1400, width: '100%', mx: 'auto' }}
      >
        <Box
          component={Link}
          to="/"
          sx={{
            color: 'inherit',
            textDecoration: 'none',
            display: 'flex',
            alignItems: 'baseline',
            gap: 1,
          }}
        >
          <Typography
            component="span"
            sx={{ fontSize: '1.375rem', fontWeight: 800, letterSpacing: '-0.01em' }}
          >
            {words('brand')}
          </Typography>
          <Typography component="span" sx={{ opacity: 0.9, display: { xs: 'none', sm: 'inline' } }}>
            {words('place')}
          </Typography>
        </Box>
        <Sections />
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, ml: 'auto' }}>
          <LanguageSwitch onDark />
          <AccountMenu />
        </Box>
      </Toolbar>
    </AppBar>
  );
}

function Sections(): JSX.Element {
  const role = knownAccount()?.role;
  if (role === 'admin') return <AdminSections />;
  if (role === 'officer') return <OfficerSections />;
  return <Box sx={{ flexGrow: { xs: 0, sm: 1 } }} />;
}

const lookEvery = 20_000;

/** While the console is in sight it asks who waits; asking also tells that an officer is at work. */
function OfficerSections(): JSX.Element {
  const words = useWords();
  const { data } = useQuery({
    queryKey: ['waiting'],
    refetchInterval: lookEvery,
    queryFn: ({ signal }) => requestShape('/waiting', hasWaiting, { signal }),
  });
  const waiting = data?.waiting ?? 0;
  const count = waiting === 0 ? '' : ` (${words('conversations.waitingCount', { smart_count: waiting })})`;
  return (
    <SectionLinks
      sections={[
        { to: '/leads', label: words('leads.title') },
        { to: '/conversations', label: `${words('conversations.section')}${count}` },
      ]}
    />
  );
}

function AdminSections(): JSX.Element {
  const words = useWords();
  const sections = [
    { to: '/faq-entries', label: words('faq.title') },
    { to: '/unanswered', label: words('unanswered.section') },
    { to: '/dead-letters', label: words('deadLetters.section') },
    { to: '/test-questions', label: words('tests.title') },
    { to: '/parameters', label: words('parameters.title') },
    { to: '/local-support', label: words('localSupport.title') },
    { to: '/places', label: words('places.section') },
    { to: '/accounts', label: words('accounts.title') },
  ];
  return <SectionLinks sections={sections} />;
}

function SectionLinks(props: {
  readonly sections: readonly { readonly to: string; readonly label: string }[];
}): JSX.Element {
  const words = useWords();
  // More than a few have a line of their own, so that what stands beside the name stays there.
  const below = props.sections.length > mostBesideName;
  return (
    <Box
      component="nav"
      aria-label={words('navigation')}
      sx={{
        display: 'flex',
        gap: 0.5,
        flexWrap: 'wrap',
        flexGrow: 1,
        order: { xs: 1, sm: below ? 1 : 0 },
        width: { xs: '100%', sm: below ? '100%' : 'auto' },
        ml: { sm: below ? -1.5 : 2 },
        mb: { xs: 1, sm: 0 },
      }}
    >
      {props.sections.map(({ to, label }) => (
        <Button key={to} component={NavLink} to={to} sx={sectionLink}>
          {label}
        </Button>
      ))}
    </Box>
  );
}

const mostBesideName = 4;

const sectionLink = {
  color: 'inherit',
  px: 1.5,
  '&.active': { bgcolor: 'rgba(255,255,255,0.16)' },
  '&:hover': { bgcolor: 'rgba(255,255,255,0.1)' },
} as const;

const skipLink = {
  position: 'absolute',
  left: 8,
  top: 8,
  zIndex: 1,
  bgcolor: 'background.paper',
  color: 'primary.dark',
  '&:not(:focus)': { clipPath: 'inset(50%)', pointerEvents: 'none' },
  '&:hover': { bgcolor: 'background.paper' },
} as const;

/** The address part after # belongs to the pages, so the jump is made by hand. */
function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
