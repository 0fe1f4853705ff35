import { HttpProblem } from '../HttpProblem.js';
import type { HttpReply, HttpRequest, Route } from '../Route.js';
import type { StaticFiles } from '../staticFiles.js';

/** The console's styles are made by its script at run time; everything else comes from this host only. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The officers' and administrators' console: built files, and its page for every address within it. */
export function consoleRoutes(files: StaticFiles): readonly Route[] {
  const page = (request: HttpRequest): Promise<HttpReply> => {
    const reply = files.serve(request, 'index.html', { 'Content-Security-Policy': contentSecurityPolicy });
    if (reply === undefined) throw new HttpProblem(503, 'not_built', request.words('http:not_built'));
    return reply;
  };
  return [
    { method: 'GET', path: '/console', handle: page },
    {
      method: 'GET',
      path: '/console/*',
      handle: (request) => files.serve(request, request.path.replace(/^\/console\//, '')) ?? page(request),
    },
  ];
}
