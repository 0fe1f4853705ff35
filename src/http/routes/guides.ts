import { compress } from '../compress.js';
import { HttpProblem } from '../HttpProblem.js';
import type { Route } from '../Route.js';

/** A picture may change with a release under the same name: a day is long enough to save the citizens' data. */
const caching = 'public, max-age=86400';
/** Opened by itself a picture is a document: nothing in it may run or load. */
const contentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** The pictures of the guides. `picture` knows them by file name; any other name, a path among them, is not found. */
export function guideRoutes({
  picture,
}: Readonly<{ picture: (file: string) => string | undefined }>): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/guides/:picture',
      handle: (request) => {
        const svg = picture(request.params.picture ?? '');
        if (svg === undefined) throw new HttpProblem(404, 'not_found', request.words('http:not_found'));
        return compress(request, {
          status: 200,
          headers: {
            'Content-Type': 'image/svg+xml',
            'Cache-Control': caching,
            'Content-Security-Policy': contentSecurityPolicy,
          },
          body: svg,
        });
      },
    },
  ];
}
