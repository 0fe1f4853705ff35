import type { AuthProvider } from 'react-admin';
import { currentLocale, rememberLocale } from '../i18n/locale.js';
import { toFailure } from './ApiFailure.js';
import { isRecord } from '../common/isRecord.js';
import { loadAccount, signIn, signOut } from './session.js';

/** Where a person must set a password of their own before anything else. */
export const passwordPath = '/password';

/** Signing in and out, and what becomes of refused calls. Permissions are the role, or '' for nobody. */
export const authProvider: AuthProvider = {
  login: async (params: unknown) => {
    const account = await signIn(readText(params, 'username'), readText(params, 'password'));
    return account.mustChangePassword ? { redirectTo: passwordPath } : undefined;
  },

  logout: async () => {
    const locale = currentLocale();
    try {
      await signOut();
    } catch {
      // The server may be away or the session long over; the page forgets the person in any case.
    }
    // The server clears this site's storage; the language isn't personal and stays.
    rememberLocale(locale);
  },

  checkAuth: async () => {
    await loadAccount();
  },

  checkError: async (error: unknown) => {
    const { status, code } = toFailure(error);
    // Whoever was signed in is forgotten in logout(), which comes next; until then the notice can still be shown.
    if (status === 401) throw new Error('ra.notification.logged_out');
    if (code === 'password_change_required') throw new PasswordChangeRequired();
    return Promise.resolve();
  },

  getIdentity: async () => {
    const account = await loadAccount();
    return { id: account.id, fullName: account.name };
  },

  getPermissions: async () => {
    try {
      return (await loadAccount()).role;
    } catch (error) {
      if (toFailure(error).status === 401) return '';
      throw error;
    }
  },
};

/** Sends the person to the password page without ending the session. */
class PasswordChangeRequired extends Error {
  readonly redirectTo = passwordPath;
  readonly logoutUser = false;

  constructor() {
    super('console.password.forced');
  }
}

function readText(params: unknown, name: string): string {
  const value = isRecord(params) ? params[name] : undefined;
  return typeof value === 'string' ? value : '';
}
