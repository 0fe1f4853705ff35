import { serveDurably } from './serveDurably.mjs';

/** The echo bot with as many durable commits as a turn needs and nothing else, each by itself. */
await serveDurably({ isShared: false });
