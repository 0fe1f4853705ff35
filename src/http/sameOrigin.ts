import { HttpProblem } from './HttpProblem.js';
import type { HttpRequest } from './Route.js';

/**
 * Refuses a request that a page of another site made with this site's cookies. Browsers that tell by `Sec-Fetch-Site` where it comes from
 * are believed: behind a proxy the service may have another name than the page, of which alone `Origin` speaks.
 * @throws HttpProblem 403.
 */
export function requireSameOrigin(request: HttpRequest): void {
  if (isForeign(request.headers))
    throw new HttpProblem(403, 'foreign_origin', request.words('http:foreign_origin'));
}

function isForeign({ 'sec-fetch-site': site, origin, host }: HttpRequest['headers']): boolean {
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return origin !== undefined && origin !== 'null' && hostOf(origin) !== host;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
