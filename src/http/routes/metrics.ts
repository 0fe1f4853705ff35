import { sameSecret } from '../../channels/sameSecret.js';
import type { Metrics } from '../../metrics/index.js';
import { HttpProblem } from '../HttpProblem.js';
import type { HttpRequest, Route } from '../Route.js';

const loopback = /^(?:::ffff:)?127\.|^::1$/;
/** A proxy on the same machine calls from the loopback too: it is known by what it adds. */
const proxyHeaders = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'] as const;

export type MetricsOptions = Readonly<{
  metrics: Metrics;
  /** Who brings it may read from anywhere; undefined: only the machine itself may. */
  token: string | undefined;
}>;

/** The figures of this process for Prometheus: for the machine itself, and for whoever has the token. */
export function metricsRoutes({ metrics, token }: MetricsOptions): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/metrics',
      work: 'vital',
      handle: async (request) => {
        if (!isLocal(request) && !hasToken(request, token))
          throw new HttpProblem(403, 'forbidden', request.words('http:metrics_forbidden'));
        return {
          status: 200,
          headers: { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' },
          body: await metrics.read(),
        };
      },
    },
  ];
}

function isLocal({ address, headers }: HttpRequest): boolean {
  return loopback.test(address) && proxyHeaders.every((name) => headers[name] === undefined);
}

function hasToken({ headers }: HttpRequest, token: string | undefined): boolean {
  const given = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  return token !== undefined && given !== undefined && sameSecret(given, token);
}
