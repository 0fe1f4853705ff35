import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const opened = z.looseObject({ conversationId: z.string(), token: z.string() });
const activities = z.object({
  activities: z.array(
    z.looseObject({
      id: z.string(),
      from: z.looseObject({ role: z.string() }),
      text: z.string().default(''),
      replyToId: z.string().optional(),
      channelData: z
        .looseObject({
          expects: z.string().optional(),
          clientActivityID: z.string().optional(),
          lead: z.looseObject({ reference: z.string() }).optional(),
        })
        .optional(),
    }),
  ),
  watermark: z.string(),
});
export type Said = z.infer<typeof activities>['activities'][number];

const patienceMs = 180_000;
/** An instance that is stopped or cut off takes connections and never answers. */
const answerWithinMs = 8_000;
const firstPauseMs = 40;
const longestPauseMs = 320;

const examplePhone = '0912 345 678';
let numbers = 0;

/** Every step of a lead but the last, and what each reply must ask for next. */
export const leadSteps: readonly (readonly [text: string, expects: string])[] = [
  ['Nhờ cán bộ gọi', 'product'],
  ['BHXH tự nguyện', 'locality'],
  ['xã Tam Hải, Đà Nẵng', 'name'],
  [`Nguyễn Thị Hương, ${examplePhone}`, 'time'],
  ['Buổi sáng', 'consent'],
];
export const consent = 'Tôi đồng ý';
/** Answered by one bubble, without a memory of a topic. */
export const smalltalk = 'cảm ơn';
export const question = 'đóng bhxh tự nguyện một tháng bao nhiêu tiền';

/** One try to deliver a message. `id`: what the service acknowledged it as; undefined when no acknowledgement came. */
export type Attempt = Readonly<{ clientActivityID: string; text: string; id: string | undefined }>;

/**
 * A citizen whose client does what ours does: a message that was not acknowledged is sent again under the same
 * clientActivityID until it is, and replies are fetched until they come, whatever happens to the service meanwhile.
 */
export class StubbornCitizen {
  /** Everything acknowledged, in order: text and the id under which it was stored. */
  readonly acknowledged: { text: string; id: string; clientActivityID: string }[] = [];
  /** Every try, in the order in which it ended: what the service may hold, and under which id. */
  readonly attempts: Attempt[] = [];
  /** How often a message had to be sent again. */
  retries = 0;
  readonly #caller: string;
  /** A number of one's own: a number that is left twice makes one lead. */
  readonly phone: string;

  private constructor(
    /** Where the service is at this moment. */
    readonly base: () => string,
    readonly conversationId: string,
    readonly token: string,
    caller: number,
  ) {
    this.#caller = addressOf(caller);
    numbers += 1;
    this.phone = `0912 ${String(300_000 + numbers).replace(/^(\d{3})/, '$1 ')}`;
  }

  static async arrive(base: () => string, caller = 1): Promise<StubbornCitizen> {
    const { conversationId, token } = opened.parse(
      await insist(() => request(base(), '/tokens/generate', { body: {}, caller: addressOf(caller) })),
    );
    await insist(() =>
      request(base(), '/conversations', { body: { locale: 'vi-VN' }, token, caller: addressOf(caller) }),
    );
    return new StubbornCitizen(base, conversationId, token, caller);
  }

  /** Sends a message once, to `base` where it matters which instance takes it. @throws when it was not acknowledged. */
  async post(text: string, clientActivityID: string = randomUUID(), base = this.base()): Promise<string> {
    const sent = text.replace(examplePhone, this.phone);
    const id = await this.#send(sent, clientActivityID, base).catch((error: unknown) => {
      this.attempts.push({ clientActivityID, text: sent, id: undefined });
      throw error;
    });
    this.attempts.push({ clientActivityID, text: sent, id });
    // A repeated delivery is the same message; that it got the same id, the attempts tell.
    if (!this.acknowledged.some((known) => known.clientActivityID === clientActivityID))
      this.acknowledged.push({ text: sent, id, clientActivityID });
    return id;
  }

  async #send(text: string, clientActivityID: string, base: string): Promise<string> {
    const answer = await request(base, `/conversations/${this.conversationId}/activities`, {
      body: {
        type: 'message',
        from: { id: 'citizen' },
        text,
        locale: 'vi-VN',
        channelData: { clientActivityID },
      },
      token: this.token,
      caller: this.#caller,
    });
    return z.object({ id: z.string() }).parse(answer).id;
  }

  /** Sends a message until it is acknowledged. */
  async deliver(text: string, clientActivityID: string = randomUUID()): Promise<string> {
    return insist(
      () => this.post(text, clientActivityID),
      () => (this.retries += 1),
    );
  }

  /** Sends a message to all of `bases` at the same moment, then until it is acknowledged: a platform that repeats itself. */
  async deliverRepeatedly(text: string, bases: readonly string[]): Promise<string> {
    const clientActivityID = randomUUID();
    const posts = await Promise.allSettled(bases.map((base) => this.post(text, clientActivityID, base)));
    const first = posts.find((post) => post.status === 'fulfilled');
    return first?.value ?? this.deliver(text, clientActivityID);
  }

  /** Sends a message and waits for its replies. */
  async say(text: string): Promise<readonly Said[]> {
    return this.hear(await this.deliver(text));
  }

  /** The replies to a message, as soon as they are there. */
  async hear(id: string): Promise<readonly Said[]> {
    return insist(async () => {
      const replies = (await this.transcript(id)).filter(({ replyToId }) => replyToId === id);
      if (replies.length === 0) throw new Error(`No reply to ${id} came.`);
      return replies;
    });
  }

  /** Goes through a lead up to the question for consent. */
  async leadUpToConsent(): Promise<void> {
    for (const [text, expects] of leadSteps) {
      const asked = (await this.say(text)).at(-1)?.channelData?.expects;
      if (asked !== expects) throw new Error(`After "${text}" the bot asked for ${asked}, not ${expects}.`);
    }
  }

  /** Everything said after the message `after`, by both. */
  async transcript(after = ''): Promise<readonly Said[]> {
    const all: Said[] = [];
    for (let watermark = after.split('|')[1] ?? ''; ;) {
      const set = activities.parse(
        await request(
          this.base(),
          `/conversations/${this.conversationId}/activities?watermark=${watermark}`,
          { token: this.token, caller: this.#caller },
        ),
      );
      if (set.activities.length === 0) return all;
      all.push(...set.activities);
      watermark = set.watermark;
    }
  }
}

/** A citizen's own address, as a proxy in front would report it. */
function addressOf(caller: number): string {
  return `10.1.${caller >> 8}.${caller & 255}`;
}

/** The service understood and said no: asking again changes nothing. */
class Refused extends Error {}

/** Does it again until it works. @throws the last error when patience ends, and a refusal at once. */
async function insist<T>(work: () => Promise<T>, failed: () => void = () => undefined): Promise<T> {
  const until = Date.now() + patienceMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 1.5, longestPauseMs)) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refused || Date.now() > until) throw error;
      failed();
      await sleep(pauseMs);
    }
  }
}

async function request(
  base: string,
  path: string,
  { body, token, caller }: Readonly<{ body?: unknown; token?: string; caller: string }>,
): Promise<unknown> {
  const response = await fetch(`${base}/v3/directline${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Forwarded-For': caller,
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(answerWithinMs),
  });
  if (response.ok) return response.json();
  const answer = `${path} answered ${response.status}: ${await response.text()}`;
  throw response.status >= 400 && response.status < 500 && response.status !== 429
    ? new Refused(answer)
    : new Error(answer);
}
