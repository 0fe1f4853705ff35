import { serveDurably } from './serveDurably.mjs';

/** The same where commits that come together share one flush, as this service's do: nothing that is as sure can be faster. */
await serveDurably({ isShared: true });
