import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Cipher } from '../../privacy/index.js';
import type { Records } from '../../records/index.js';
import type { SendResult } from '../../turn/index.js';
import { callPlatform } from '../callPlatform.js';
import type { Credentials } from '../contract.js';
import type { ZaloSettings } from './settings.js';

type Dependencies = Readonly<{ records: Records; cipher: Cipher; now: () => Date }>;
type Token = Readonly<{ status: 'token'; token: string }>;

const stored = z.object({
  /** Which refresh token of the settings this chain began with: another one there begins a new chain. */
  seed: z.string(),
  accessToken: z.string(),
  refreshToken: z.string(),
  renewAt: z.number(),
  expiresAt: z.number(),
});
type Stored = z.infer<typeof stored>;

const channel = 'zalo';
const sealContext = `channel_credentials/${channel}/value`;
/** Longer than a renewal may take: whoever holds it is alone. */
const leaseMs = 45_000;
const patienceMs = 30_000;
const lookMs = 100;
const defaultLifeS = 3_600;
/** A token lives for 25 hours and is renewed after 20. */
const renewShare = 0.8;

/**
 * Zalo's tokens: the access token lives for 25 hours, the refresh token can be used once and gives the next one. They are
 * renewed by one instance at a time, and saved before they are used: a token that is lost can only be had again by a person.
 * https://developers.zalo.me/docs/official-account/bat-dau/xac-thuc-va-uy-quyen
 */
export class ZaloCredentials implements Credentials {
  readonly #settings: ZaloSettings;
  readonly #dependencies: Dependencies;
  readonly #seed: string;
  #renewing: Promise<Token | SendResult> | undefined;

  constructor(settings: ZaloSettings, dependencies: Dependencies) {
    this.#settings = settings;
    this.#dependencies = dependencies;
    this.#seed = createHash('sha256').update(settings.refreshToken).digest('base64url');
  }

  async token(refused?: string): Promise<Token | SendResult> {
    const known = await this.#read();
    if (known !== undefined && this.#isUsable(known, refused)) return tokenOf(known);
    // Everybody in this process waits for the same renewal; other processes wait for the lease.
    this.#renewing ??= this.#renew(refused).finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async tend(): Promise<void> {
    const known = await this.#read();
    if (known === undefined || known.renewAt > this.#now()) return;
    await this.token(known.accessToken);
  }

  async #renew(refused: string | undefined): Promise<Token | SendResult> {
    const until = performance.now() + patienceMs;
    while (performance.now() < until) {
      if (await this.#claim()) {
        try {
          // Somebody else may have renewed it while this one waited for the lease.
          const known = await this.#read();
          if (known !== undefined && this.#isUsable(known, refused)) return tokenOf(known);
          return await this.#refresh(known?.seed === this.#seed ? known.refreshToken : undefined);
        } finally {
          await this.#release();
        }
      }
      await sleep(lookMs);
      const known = await this.#read();
      if (known !== undefined && this.#isUsable(known, refused)) return tokenOf(known);
    }
    return { status: 'retry', reason: 'renewal_busy' };
  }

  async #refresh(current: string | undefined): Promise<Token | SendResult> {
    const refreshToken = current ?? this.#settings.refreshToken;
    let answer = await this.#ask(refreshToken);
    // Broken off: it may have been taken or not. Within seconds the same token is asked for once more.
    if (answer.status === 'unknown') answer = await this.#ask(refreshToken);
    if (answer.status !== 'answered')
      return { status: 'retry', reason: 'renewal_no_answer', channelWide: true };
    const given = grant.safeParse(answer.body);
    if (given.success) return this.#save(given.data, refreshToken);
    if (answer.http >= 500)
      return { status: 'retry', reason: `renewal_http_${answer.http}`, channelWide: true };
    const refusal = rejection.safeParse(answer.body);
    // A refresh token that was used before is answered with an empty body.
    const code = refusal.success ? refusal.data.error : 'consumed';
    return { status: 'operator', reason: `renewal_${code}` };
  }

  #ask(refreshToken: string) {
    const { appId, appSecret, oauthUrl } = this.#settings;
    return callPlatform({
      url: `${oauthUrl}/v4/oa/access_token`,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', secret_key: appSecret },
      body: new URLSearchParams({
        refresh_token: refreshToken,
        app_id: appId,
        grant_type: 'refresh_token',
      }).toString(),
    });
  }

  async #save(given: z.infer<typeof grant>, before: string): Promise<Token> {
    const now = this.#now();
    const lifeMs = given.expires_in * 1000;
    const value: Stored = {
      seed: this.#seed,
      accessToken: given.access_token,
      // An answer without a next one leaves the old one valid.
      refreshToken: given.refresh_token ?? before,
      renewAt: now + lifeMs * renewShare,
      expiresAt: now + lifeMs,
    };
    const { records, cipher } = this.#dependencies;
    await records.write(async (transaction) => {
      await transaction
        .updateTable('channel_credentials')
        .set({ value: cipher.seal(JSON.stringify(value), sealContext), updated_at: now })
        .where('channel', '=', channel)
        .execute();
    });
    return tokenOf(value);
  }

  #isUsable(known: Stored, refused: string | undefined): boolean {
    return known.seed === this.#seed && known.accessToken !== refused && known.expiresAt > this.#now();
  }

  async #read(): Promise<Stored | undefined> {
    const { records, cipher } = this.#dependencies;
    const row = await records.db
      .selectFrom('channel_credentials')
      .select('value')
      .where('channel', '=', channel)
      .executeTakeFirst();
    if (row === undefined || row.value === '') return undefined;
    return stored.parse(JSON.parse(cipher.open(row.value, sealContext)));
  }

  async #claim(): Promise<boolean> {
    const now = this.#now();
    const { db } = this.#dependencies.records;
    await db
      .insertInto('channel_credentials')
      .values({ channel, value: '', lease_until: 0, updated_at: now })
      .onConflict((conflict) => conflict.column('channel').doNothing())
      .execute();
    const claimed = await db
      .updateTable('channel_credentials')
      .set({ lease_until: now + leaseMs })
      .where('channel', '=', channel)
      .where('lease_until', '<=', now)
      .executeTakeFirst();
    return claimed.numUpdatedRows === 1n;
  }

  async #release(): Promise<void> {
    await this.#dependencies.records.db
      .updateTable('channel_credentials')
      .set({ lease_until: 0 })
      .where('channel', '=', channel)
      .execute();
  }

  #now(): number {
    return this.#dependencies.now().getTime();
  }
}

const grant = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional().catch(undefined),
  expires_in: z.coerce.number().positive().catch(defaultLifeS),
});

const rejection = z.looseObject({
  error: z.union([z.string(), z.number()]).transform((code) => String(code).slice(0, 20)),
});

function tokenOf({ accessToken }: Stored): Token {
  return { status: 'token', token: accessToken };
}
