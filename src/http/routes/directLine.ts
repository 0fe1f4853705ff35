import { z } from 'zod';
import {
  postedActivity,
  readWatermark,
  startRequest,
  tokenLifetimeS,
  type DirectLine,
  type DirectLineTokens,
  type TokenClaims,
} from '../../channels/webchat/index.js';
import { HttpProblem } from '../HttpProblem.js';
import type { RateLimit } from '../rateLimit.js';
import { readJson } from '../readJson.js';
import { json, type HttpReply, type HttpRequest, type Route } from '../Route.js';

const base = '/v3/directline';
const activityBodyLimit = 256 * 1024;

/** No cookies travel on these paths, only tokens in a header: any page may call them. */
const openToEveryPage = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After',
} as const;

const preflight = {
  ...openToEveryPage,
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, Accept, x-ms-bot-agent, x-requested-with',
  'Access-Control-Max-Age': '86400',
} as const;

const tokenRequest = z.looseObject({
  user: z.looseObject({ id: z.string().max(200).optional() }).optional(),
});

export type DirectLineRoutesOptions = Readonly<{
  directLine: DirectLine;
  tokens: DirectLineTokens;
  /** Per address, for callers without a token; who has one is held to the budget of the own device, whoever shares the address. */
  limit: RateLimit;
  /** Per device, by the user id in its token: everything it asks for. */
  limitDevice: RateLimit;
  /** Per device: the messages it sends, in however many conversations. */
  limitMessages: RateLimit;
  /** Per conversation. */
  limitConversation: RateLimit;
}>;

/** The REST half of the Direct Line 3.0 subset. Error codes are those that Direct Line clients know. */
export function directLineRoutes(options: DirectLineRoutesOptions): readonly Route[] {
  const { directLine, limit, limitDevice, limitMessages, limitConversation } = options;
  const withClaims =
    (handle: (request: HttpRequest, claims: TokenClaims) => Promise<HttpReply>) =>
    async (request: HttpRequest) => {
      const claims = await authorise(options.tokens, request).catch(async (refused: unknown) => {
        await limit(request);
        throw refused;
      });
      await limitDevice(request, claims.userId);
      return handle(request, claims);
    };
  const withToken = (handle: (request: HttpRequest, claims: TokenClaims) => Promise<HttpReply>) =>
    withClaims(async (request, claims) => {
      if (await directLine.isForgotten(claims.conversationId)) throw unknownConversation(request);
      return handle(request, claims);
    });

  const routes: readonly Route[] = [
    {
      method: 'POST',
      path: `${base}/tokens/generate`,
      handle: async (request) => {
        await limit(request);
        const { user } = readJson(request, tokenRequest);
        if (user?.id !== undefined && !user.id.startsWith('dl_')) {
          throw new HttpProblem(400, 'BadArgument', request.words('http:user_id'));
        }
        const { claims, token } = await directLine.newToken(user?.id);
        return json(200, { conversationId: claims.conversationId, token, expires_in: tokenLifetimeS });
      },
    },
    {
      method: 'POST',
      path: `${base}/tokens/refresh`,
      handle: withToken(async (_request, claims) => {
        const token = await directLine.refresh(claims);
        return json(200, { conversationId: claims.conversationId, token, expires_in: tokenLifetimeS });
      }),
    },
    {
      method: 'POST',
      path: `${base}/conversations`,
      handle: withToken(async (request, claims) => {
        const { created, opened } = await directLine.start(claims, readJson(request, startRequest.loose()));
        return json(created ? 201 : 200, opened);
      }),
    },
    {
      method: 'GET',
      path: `${base}/conversations/:id`,
      handle: withToken(async (request, claims) => {
        requireConversation(request, claims);
        const opened = await directLine.resume(claims, request.query.get('watermark') ?? undefined);
        if (opened === undefined) throw unknownConversation(request);
        return json(200, opened);
      }),
    },
    {
      method: 'GET',
      path: `${base}/conversations/:id/activities`,
      handle: withToken(async (request, claims) => {
        requireConversation(request, claims);
        const after = readWatermark(request.query.get('watermark') ?? undefined);
        const set = await directLine.read(claims.conversationId, after);
        if (
          set.activities.length === 0 &&
          (await directLine.lastNumber(claims.conversationId)) === undefined
        ) {
          throw unknownConversation(request);
        }
        return json(200, set);
      }),
    },
    {
      method: 'POST',
      path: `${base}/conversations/:id/activities`,
      bodyLimit: activityBodyLimit,
      // Whether it was forgotten is seen where the message is stored.
      handle: withClaims(async (request, claims) => {
        requireConversation(request, claims);
        await limitMessages(request, claims.userId);
        await limitConversation(request, claims.conversationId);
        return json(200, await directLine.post(claims, readJson(request, postedActivity)));
      }),
    },
  ];
  const guarded = routes.map((route): Route => ({
    ...route,
    // Clients read errors too.
    headers: openToEveryPage,
  }));
  const paths = [...new Set(routes.map(({ path }) => path))];
  return [
    ...guarded,
    ...paths.map((path): Route => ({
      method: 'OPTIONS',
      path,
      handle: () => ({ status: 204, headers: preflight }),
    })),
  ];
}

/** 401 without a token; 403 for an expired or foreign one: Direct Line clients end a conversation for good on other answers. */
async function authorise(tokens: DirectLineTokens, request: HttpRequest): Promise<TokenClaims> {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined)
    throw new HttpProblem(401, 'Unauthorized', request.words('http:unauthorized_token'));
  const check = await tokens.check(token, 'directline');
  if (check.status === 'valid') return check.claims;
  const code = check.status === 'expired' ? 'TokenExpired' : 'Forbidden';
  throw new HttpProblem(
    403,
    code,
    request.words(check.status === 'expired' ? 'http:token_expired' : 'http:token_mismatch'),
  );
}

function requireConversation(request: HttpRequest, claims: TokenClaims): void {
  if (request.params.id !== claims.conversationId) {
    throw new HttpProblem(403, 'Forbidden', request.words('http:token_mismatch'));
  }
}

function unknownConversation(request: HttpRequest): HttpProblem {
  return new HttpProblem(404, 'ConversationNotFound', request.words('http:unknown_conversation'));
}
