import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpProblem } from './HttpProblem.js';
import type { HttpRequest } from './Route.js';

export type RateLimit = (request: HttpRequest, subject?: string) => Promise<void>;

const minuteS = 60;

/**
 * Lets `points` requests in `durationS` seconds (a minute where nothing is said) pass per caller's address (or per `subject`), counted in this process.
 * @throws HttpProblem 429 with `Retry-After`.
 */
export function createRateLimit(name: string, points: number, durationS = minuteS): RateLimit {
  const limiter = new RateLimiterMemory({ keyPrefix: name, points, duration: durationS });
  return async (request, subject = request.address) => {
    try {
      await limiter.consume(subject);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw new HttpProblem(
        429,
        'too_many_requests',
        request.words('http:too_many_requests', { seconds }),
        [],
        {
          'Retry-After': String(seconds),
        },
      );
    }
  };
}
