import { HttpProblem } from './HttpProblem.js';
import type { HttpRequest } from './Route.js';

/**
 * The version that the editor saw, from `If-Match: "12"`.
 * @throws HttpProblem 428 without it: a change that doesn't say what it is based on could undo another's.
 */
export function ifMatchVersion(request: HttpRequest): number {
  const version = /^(?:W\/)?"?(\d{1,15})"?$/.exec(request.headers['if-match'] ?? '')?.[1];
  if (version === undefined) throw new HttpProblem(428, 'if_match', request.words('http:if_match'));
  return Number(version);
}
