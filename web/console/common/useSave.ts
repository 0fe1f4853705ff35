import { useCallback } from 'react';
import { useUpdate } from 'react-admin';
import { toHttpError } from '../api/ApiFailure.js';
import { isRecordOf } from '../api/shapes.js';

export interface Save {
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly previousData: { readonly id: string };
  /** The version the data are based on, where it isn't that of `previousData`. */
  readonly version?: number;
}

/**
 * Saves a record and waits for the server. When the session turns out to be over, react-admin answers as if all had
 * gone well and leads to the login page; here that is a failure like any other.
 */
export function useSave(resource: string): readonly [(save: Save) => Promise<void>, boolean] {
  const [update, { isPending }] = useUpdate();
  const save = useCallback(
    async ({ id, data, previousData, version }: Save) => {
      const saved: unknown = await update(
        resource,
        { id, data, previousData, ...(version === undefined ? {} : { meta: { version } }) },
        { mutationMode: 'pessimistic', returnPromise: true },
      );
      if (isRecordOf(saved)) return;
      throw toHttpError({
        status: 401,
        code: 'unauthenticated',
        message: 'ra.notification.logged_out',
        retryAfter: undefined,
        fields: [],
      });
    },
    [resource, update],
  );
  return [save, isPending];
}
