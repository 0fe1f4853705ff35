import { randomBytes, type webcrypto } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** Seconds for which a conversation token opens its conversation; clients refresh half-way. */
export const tokenLifetimeS = 1_800;
/** A stream ticket travels in a URL: it opens one stream, soon, or nothing. */
const ticketLifetimeS = 60;
/** Seconds for which the page's cookie finds the conversation again on the same device. */
export const cookieLifetimeS = 90 * 24 * 60 * 60;
/** On a shared phone the cookie lives as long as somebody uses the page, and this long after. */
export const sharedCookieLifetimeS = 10 * 60;
const algorithm = 'HS256';
/** Every message of a conversation brings the same token: a signature that was found good need not be computed again. */
const mostRemembered = 5_000;

/** What a token opens: the conversation's calls, one stream, or the page of a citizen who comes back. */
export type TokenUse = 'directline' | 'stream' | 'cookie';

export type TokenClaims = Readonly<{ conversationId: string; userId: string }>;
export type TokenCheck =
  | Readonly<{ status: 'valid'; claims: TokenClaims }>
  | Readonly<{ status: 'expired' }>
  | Readonly<{ status: 'invalid' }>;

const claimsSchema = z.object({ conv: z.string(), user: z.string(), exp: z.number() });

/** Signed tokens of the Direct Line endpoint, each bound to one conversation and one user. */
export class DirectLineTokens {
  /** Made once: turning bytes into a key for every token costs more than the signature. */
  readonly #key: Promise<webcrypto.CryptoKey>;
  readonly #issuer: string;
  readonly #known = new Map<string, Readonly<{ claims: TokenClaims; untilMs: number }>>();

  constructor(key: Uint8Array<ArrayBuffer>, issuer: string) {
    this.#key = crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
      'verify',
    ]);
    this.#issuer = issuer;
  }

  /** A conversation id that can't be guessed (128 random bits). */
  newConversationId(): string {
    return randomBytes(16).toString('base64url');
  }

  async issue(claims: TokenClaims): Promise<string> {
    return this.#sign(claims, 'directline', tokenLifetimeS);
  }

  async issueTicket(claims: TokenClaims): Promise<string> {
    return this.#sign(claims, 'stream', ticketLifetimeS);
  }

  async issueCookie(claims: TokenClaims, lifetimeS = cookieLifetimeS): Promise<string> {
    return this.#sign(claims, 'cookie', lifetimeS);
  }

  async check(token: string, use: TokenUse): Promise<TokenCheck> {
    const name = `${use} ${token}`;
    const known = this.#known.get(name);
    if (known !== undefined && Date.now() < known.untilMs) return { status: 'valid', claims: known.claims };
    this.#known.delete(name);
    try {
      const { payload } = await jwtVerify(token, await this.#key, {
        algorithms: [algorithm],
        issuer: this.#issuer,
        audience: use,
      });
      const { conv, user, exp } = claimsSchema.parse(payload);
      const claims = { conversationId: conv, userId: user };
      this.#remember(name, { claims, untilMs: exp * 1000 });
      return { status: 'valid', claims };
    } catch (error) {
      return { status: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
    }
  }

  #remember(name: string, verified: Readonly<{ claims: TokenClaims; untilMs: number }>): void {
    const [oldest] = this.#known.keys();
    if (this.#known.size >= mostRemembered && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(name, verified);
  }

  async #sign(
    { conversationId, userId }: TokenClaims,
    audience: TokenUse,
    lifetimeS: number,
  ): Promise<string> {
    // `bot` and `site` are what Direct Line clients expect to find beside the user.
    return (
      new SignJWT({ bot: 'an-sinh', site: 'web', conv: conversationId, user: userId })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
        .setIssuer(this.#issuer)
        .setAudience(audience)
        // For the reader: nothing is refused because a clock is behind the one that signed.
        .setIssuedAt()
        .setExpirationTime(`${lifetimeS}s`)
        .sign(await this.#key)
    );
  }
}
