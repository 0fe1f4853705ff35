import { HttpProblem } from '../HttpProblem.js';
import type { HttpReply, HttpRequest, Route } from '../Route.js';
import type { StaticFiles } from '../staticFiles.js';

/** The console's script makes its styles in an empty style element, which this digest admits; nothing comes from elsewhere. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${emptyStyle}`,
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
      handle: (request) => {
        const path = request.path.replace(/^\/console\//, '');
        const file = files.serve(request, path);
        if (file !== undefined) return file;
        // An old page may ask for a file of a former build: the page in its place would be read as a script.
        if (path.startsWith('assets/'))
          throw new HttpProblem(404, 'not_found', request.words('http:not_found'));
        return page(request);
      },
    },
  ];
}
