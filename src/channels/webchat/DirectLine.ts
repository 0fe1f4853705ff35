import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Cipher } from '../../privacy/index.js';
import type { Records } from '../../records/index.js';
import {
  activityId,
  ForgottenConversation,
  inboundActivity,
  isSaid,
  readConversation,
  type LoggedActivity,
  type TurnService,
} from '../../turn/index.js';
import { webchat } from '../contract.js';
import { tokenLifetimeS, type DirectLineTokens, type TokenClaims } from './DirectLineTokens.js';
import { toActivitySet, type ActivitySet } from './wireActivity.js';

/** Longer texts are cut when they are stored; the dialogs tell the citizen to write shorter long before. */
const maxStoredText = 4_000;

export type DirectLineDependencies = Readonly<{
  records: Records;
  cipher: Cipher;
  turns: TurnService;
  tokens: DirectLineTokens;
  /** Absolute address of the service, `http://…` or `https://…`. */
  publicUrl: string;
}>;

/** What a client is told when a conversation is opened or taken up again. */
export type OpenedConversation = Readonly<{
  conversationId: string;
  token: string;
  expires_in: number;
  streamUrl: string;
  referenceGrammarId: string;
}>;

export const startRequest = z.object({
  user: z.object({ id: z.string().max(200).optional() }).optional(),
  locale: z.string().max(35).optional(),
  /** Where the citizen came from: a poster, an event, a link. */
  ref: z.string().max(100).optional(),
});

/** Anything a Direct Line client may post; fields that we don't keep are let through unread. */
export const postedActivity = z.looseObject({
  type: z.string().max(40),
  text: z.string().optional(),
  from: z
    .looseObject({ id: z.string().max(200).optional(), name: z.string().max(200).optional() })
    .optional(),
  channelData: z.record(z.string(), z.unknown()).optional(),
});
export type PostedActivity = z.infer<typeof postedActivity>;

const noGrammar = '00000000-0000-0000-0000-000000000000';

/** The Direct Line 3.0 subset, without HTTP: conversations of the web page and of any Direct Line client. */
export class DirectLine {
  readonly #dependencies: DirectLineDependencies;

  constructor(dependencies: DirectLineDependencies) {
    this.#dependencies = dependencies;
  }

  /** A token for a conversation that begins when the client starts it. `userId` begins with `dl_`. */
  async newToken(userId = `dl_${randomUUID()}`): Promise<Readonly<{ claims: TokenClaims; token: string }>> {
    const claims = { conversationId: this.#dependencies.tokens.newConversationId(), userId };
    return { claims, token: await this.#dependencies.tokens.issue(claims) };
  }

  /** Begins the token's conversation (the bot greets), or takes it up again if it has begun. */
  async start(
    claims: TokenClaims,
    request: z.infer<typeof startRequest>,
  ): Promise<Readonly<{ created: boolean; opened: OpenedConversation }>> {
    const { conversationId, userId } = claims;
    const accepted = await this.#dependencies.turns.accept({
      channel: webchat.name,
      conversationId,
      userId,
      key: `dl:${conversationId}:start`,
      activity: {
        type: 'conversationUpdate',
        from: { id: userId, role: 'user' },
        ...(request.locale === undefined ? {} : { locale: request.locale }),
        ...(request.ref === undefined ? {} : { channelData: { ref: request.ref } }),
      },
    });
    return { created: !accepted.duplicate, opened: await this.#open(claims, '-') };
  }

  /** Fresh token and stream for a conversation that has begun; undefined when it hasn't. */
  async resume(claims: TokenClaims, watermark: string | undefined): Promise<OpenedConversation | undefined> {
    const last = await this.lastNumber(claims.conversationId);
    // Without a watermark the client asks for what comes from now on.
    return last === undefined ? undefined : this.#open(claims, watermark ?? String(last));
  }

  /** The number of the newest message; undefined when the conversation hasn't begun or is forgotten. */
  async lastNumber(conversationId: string): Promise<number | undefined> {
    return (await this.lastNumbers([conversationId])).get(conversationId);
  }

  /** The number of the newest message of each conversation that has begun and isn't forgotten. */
  async lastNumbers(conversationIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#dependencies.records.db
      .selectFrom('conversations')
      .select(['id', 'last_seq'])
      .where('id', 'in', conversationIds)
      .where('forgotten_at', 'is', null)
      .execute();
    return new Map(rows.map(({ id, last_seq: last }) => [id, last]));
  }

  /**
   * Stores what a client posted and gives its id; the reply follows on the stream. The same `clientActivityID` counts once.
   * Typing and other signs of life are acknowledged and not kept.
   * @throws ForgottenConversation when the citizen had it forgotten
   */
  async post(claims: TokenClaims, posted: PostedActivity): Promise<Readonly<{ id: string }>> {
    const { conversationId, userId } = claims;
    const activity = inboundActivity.safeParse({
      ...posted,
      ...(posted.text === undefined ? {} : { text: posted.text.slice(0, maxStoredText) }),
      // The token says who writes; a client can't speak for somebody else.
      from: { name: posted.from?.name, id: userId, role: 'user' },
    });
    if (!activity.success || activity.data.type === 'conversationUpdate') {
      if (await this.isForgotten(conversationId)) throw new ForgottenConversation();
      return { id: `${conversationId}|${randomUUID()}` };
    }
    const clientId = posted.channelData?.clientActivityID;
    const { seq } = await this.#dependencies.turns.accept({
      channel: webchat.name,
      conversationId,
      userId,
      key: `dl:${conversationId}:${userId}:${typeof clientId === 'string' ? clientId.slice(0, 200) : randomUUID()}`,
      activity: activity.data,
      unlessForgotten: true,
    });
    return { id: activityId(conversationId, seq) };
  }

  /** Everything after message number `after`. */
  async read(conversationId: string, after: number): Promise<ActivitySet> {
    return toActivitySet(
      conversationId,
      await readConversation(this.#dependencies, conversationId, after),
      after,
      this.#dependencies.publicUrl,
    );
  }

  /** What is shown of messages that follow each other without a gap, as a reading of them would give it. */
  write(conversationId: string, messages: readonly LoggedActivity[]): ActivitySet {
    const said = messages.filter(isSaid);
    const set = toActivitySet(conversationId, said, 0, this.#dependencies.publicUrl);
    return { ...set, watermark: String(messages.at(-1)?.seq ?? 0) };
  }

  /** Whether the citizen had the conversation forgotten: then nothing opens it any more. */
  async isForgotten(conversationId: string): Promise<boolean> {
    const row = await this.#dependencies.records.db
      .selectFrom('conversations')
      .select('forgotten_at')
      .where('id', '=', conversationId)
      .executeTakeFirst();
    return row !== undefined && row.forgotten_at !== null;
  }

  /**
   * Closes a conversation for good: every cookie, token and stream of it, also a copy, opens nothing from now on, and what it
   * holds of a person without consent is erased. A request to be called stays, for that was agreed to.
   */
  async forget({ conversationId, userId }: TokenClaims, now: Date): Promise<void> {
    const { numUpdatedRows } = await this.#dependencies.records.db
      .updateTable('conversations')
      .set({ forgotten_at: now.getTime() })
      .where('id', '=', conversationId)
      .where('forgotten_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await this.#dependencies.turns.forgetPersonal(
      { channel: webchat.name, conversationId, userId },
      `dl:${conversationId}:forget`,
    );
  }

  async refresh(claims: TokenClaims): Promise<string> {
    return this.#dependencies.tokens.issue(claims);
  }

  async #open(claims: TokenClaims, watermark: string): Promise<OpenedConversation> {
    const { tokens, publicUrl } = this.#dependencies;
    const { conversationId } = claims;
    const [token, ticket] = await Promise.all([tokens.issue(claims), tokens.issueTicket(claims)]);
    const query = new URLSearchParams({ watermark, t: ticket });
    const base = publicUrl.replace(/^http/, 'ws');
    return {
      conversationId,
      token,
      expires_in: tokenLifetimeS,
      streamUrl: `${base}/v3/directline/conversations/${conversationId}/stream?${query.toString()}`,
      referenceGrammarId: noGrammar,
    };
  }
}
