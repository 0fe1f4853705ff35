import Box from '@mui/material/Box';
import { Component, Suspense, useEffect, useRef, type JSX, type ReactNode } from 'react';
import { useAuthState } from 'react-admin';
import { Navigate, useLocation } from 'react-router';
import { passwordPath } from '../api/authProvider.js';
import { knownAccount } from '../api/session.js';
import { ConsoleHeader } from './ConsoleHeader.js';
import { ErrorPage } from './ErrorPage.js';
import { OfflineBanner } from './OfflineBanner.js';
import { PageLoading } from './PageLoading.js';

/** Header and page. Whoever still has a one-time password gets no further than the password page. */
export function ConsoleLayout({ children }: { readonly children?: ReactNode }): JSX.Element {
  const { pathname } = useLocation();
  const lastPath = useRef(pathname);
  useAuthState();
  // On another page the keyboard and the screen reader begin at its top, not where the last link was.
  useEffect(() => {
    const moved = lastPath.current !== pathname && lastPath.current !== '/';
    if (moved) document.getElementById('main')?.focus({ preventScroll: true });
    lastPath.current = pathname;
  }, [pathname]);
  if (knownAccount()?.mustChangePassword === true) return <Navigate to={passwordPath} replace />;
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      <ConsoleHeader />
      <OfflineBanner />
      <Box
        component="main"
        id="main"
        tabIndex={-1}
        sx={{
          flexGrow: 1,
          width: '100%',
          maxWidth: 1400,
          mx: 'auto',
          px: { xs: 1.5, sm: 3 },
          py: { xs: 2, sm: 3 },
          outline: 'none !important',
        }}
      >
        <PageBoundary key={pathname}>
          <Suspense fallback={<PageLoading />}>{children}</Suspense>
        </PageBoundary>
      </Box>
    </Box>
  );
}

/** Keeps a broken page from taking the header with it; another page starts afresh. */
class PageBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <ErrorPage /> : this.props.children;
  }
}
