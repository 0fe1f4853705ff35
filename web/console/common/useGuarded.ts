import { useCallback } from 'react';
import { useLogoutIfAccessDenied } from 'react-admin';

/**
 * Wraps a call made beside react-admin's data provider: when the session turns out to be over it leads to the login
 * page as the data provider's calls do. The failure is thrown on in any case.
 */
export function useGuarded(): <T>(work: Promise<T>) => Promise<T> {
  const logoutIfDenied = useLogoutIfAccessDenied();
  return useCallback(
    async <T>(work: Promise<T>): Promise<T> => {
      try {
        return await work;
      } catch (error) {
        await logoutIfDenied(error);
        throw error;
      }
    },
    [logoutIfDenied],
  );
}
