import type { Door } from '../../channels/contract.js';
import type { Route } from '../Route.js';

const deliveryLimit = 1024 * 1024;

/** The doors of every channel that is set up. What is refused there is answered without a word. */
export function webhookRoutes(doors: readonly Door[]): readonly Route[] {
  return doors.map(({ method, path, open }) => ({
    method,
    path,
    bodyLimit: deliveryLimit,
    handle: async ({ headers, query, body }) => {
      const reply = await open({ headers, query, body });
      return {
        status: reply.status,
        headers: {
          'Cache-Control': 'no-store',
          ...(reply.contentType === undefined ? {} : { 'Content-Type': reply.contentType }),
        },
        ...(reply.body === undefined ? {} : { body: reply.body }),
      };
    },
  }));
}
