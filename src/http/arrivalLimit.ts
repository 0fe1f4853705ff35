import { readEntry } from '../turn/index.js';
import type { RateLimit } from './rateLimit.js';
import type { HttpRequest } from './Route.js';

/** Calls a minute of devices that have no conversation yet. */
export type ArrivalBounds = Readonly<{
  /** Of an address, without an event. */
  address: number;
  /** Of one event, wherever its guests are. */
  event: number;
  /** Of an address, to whatever events: whoever invents codes gets no further. */
  events: number;
}>;

/** `ref`: what the link or poster carried by which the device came. */
export type ArrivalLimit = (request: HttpRequest, ref: unknown) => Promise<void>;

/**
 * Whoever comes by an event's link or poster is held to the budget of that event: what others use up behind the same address costs its guests
 * nothing. @throws HttpProblem 429.
 */
export function createArrivalLimit(
  limit: (name: string, points: number) => RateLimit,
  bounds: ArrivalBounds,
): Readonly<{ address: RateLimit; arrival: ArrivalLimit }> {
  const address = limit('chat', bounds.address);
  const event = limit('event', bounds.event);
  const events = limit('events', bounds.events);
  return {
    address,
    arrival: async (request, ref) => {
      const entry = readEntry(ref);
      if (entry === undefined) return address(request);
      await events(request);
      await event(request, `${entry.campaign}--${entry.event ?? ''}`);
    },
  };
}
