import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import { toFailure } from '../api/ApiFailure.js';

/** Words for an error: the server's own, or the console's where no answer came. */
export function useFailureText(): (error: unknown) => string {
  const translate = useTranslate();
  return useCallback(
    (error) => {
      const { status, message, retryAfter } = toFailure(error);
      if (status === 429 && retryAfter !== undefined) {
        return translate('console.errors.throttled', { seconds: retryAfter });
      }
      return translate(message, { _: message });
    },
    [translate],
  );
}
