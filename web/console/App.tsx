import CssBaseline from '@mui/material/CssBaseline';
import { QueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import {
  AdminContext,
  CoreAdminUI,
  CustomRoutes,
  memoryStore,
  Notification,
  Resource,
  type I18nProvider,
} from 'react-admin';
import { Route } from 'react-router';
import { toFailure } from './api/ApiFailure.js';
import { authProvider, passwordPath } from './api/authProvider.js';
import { dataProvider } from './api/dataProvider.js';
import { ConsoleLayout } from './layout/ConsoleLayout.js';
import { ErrorPage } from './layout/ErrorPage.js';
import { NotFoundPage } from './layout/NotFoundPage.js';
import { PageLoading } from './layout/PageLoading.js';
import {
  AccountList,
  AccountPage,
  ConversationList,
  ConversationPage,
  DeadLetterList,
  FaqList,
  FaqPage,
  LeadList,
  LeadPage,
  LocalSupportCreate,
  LocalSupportList,
  LocalSupportPage,
  ParameterList,
  ParameterPage,
  PlaceCreate,
  PlaceList,
  PlacePage,
  TestQuestionList,
  UnansweredList,
} from './pages.js';
import { LoginPage } from './session/LoginPage.js';
import { PasswordPage } from './session/PasswordPage.js';
import { theme } from './theme.js';

// Lists hold names and parts of phone numbers, so nothing of them is kept in the browser's storage.
const store = memoryStore();
const queryClient = new QueryClient({
  defaultOptions: {
    // Nothing waits in silence for the network: a call that can't be made says so, and lists come back by themselves.
    queries: { retry: isWorthRetrying, networkMode: 'always', refetchOnReconnect: true },
    mutations: { networkMode: 'always' },
  },
});

/** The whole console. What a person may open depends on the role: officers see leads, administrators content and accounts. */
export function App({ i18nProvider }: { readonly i18nProvider: I18nProvider }): JSX.Element {
  return (
    <AdminContext
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
      theme={theme}
      darkTheme={null}
    >
      <CssBaseline />
      <CoreAdminUI
        title="An Sinh"
        disableTelemetry
        requireAuth
        layout={ConsoleLayout}
        loginPage={LoginPage}
        loading={PageLoading}
        error={ErrorPage}
        catchAll={NotFoundPage}
      >
        <CustomRoutes noLayout>
          <Route path={passwordPath} element={<PasswordPage />} />
        </CustomRoutes>
        {resourcesOf}
      </CoreAdminUI>
      <Notification autoHideDuration={6000} />
    </AdminContext>
  );
}

function resourcesOf(role: unknown): JSX.Element | null {
  if (role === 'officer') {
    return (
      <>
        <Resource name="leads" list={LeadList} show={LeadPage} />
        <Resource name="conversations" list={ConversationList} show={ConversationPage} />
      </>
    );
  }
  if (role !== 'admin') return null;
  return (
    <>
      <Resource name="faq-entries" list={FaqList} edit={FaqPage} />
      <Resource name="unanswered" list={UnansweredList} />
      <Resource name="dead-letters" list={DeadLetterList} />
      <Resource name="test-questions" list={TestQuestionList} />
      <Resource name="parameters" list={ParameterList} edit={ParameterPage} />
      <Resource
        name="local-support"
        list={LocalSupportList}
        edit={LocalSupportPage}
        create={LocalSupportCreate}
      />
      <Resource name="places" list={PlaceList} edit={PlacePage} create={PlaceCreate} />
      <Resource name="accounts" list={AccountList} edit={AccountPage} />
    </>
  );
}

/** A lost network or a server in trouble may be over in a moment; a refusal won't. */
function isWorthRetrying(failures: number, error: Error): boolean {
  const { status } = toFailure(error);
  return failures < 2 && (status === 0 || status >= 500);
}
