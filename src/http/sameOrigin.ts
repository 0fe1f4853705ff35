import { HttpProblem } from './HttpProblem.js';
import type { HttpRequest } from './Route.js';

/**
 * Refuses a request that a page of another site made with this site's cookies.
 * @throws HttpProblem 403.
 */
export function requireSameOrigin(request: HttpRequest): void {
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreignOrigin = origin !== undefined && origin !== 'null' && hostOf(origin) !== request.headers.host;
  if (foreignSite || foreignOrigin) {
    throw new HttpProblem(403, 'foreign_origin', request.words('http:foreign_origin'));
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
