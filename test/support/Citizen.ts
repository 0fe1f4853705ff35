import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const activity = z.looseObject({
  id: z.string(),
  from: z.looseObject({ role: z.string() }),
  text: z.string().default(''),
  replyToId: z.string().optional(),
  locale: z.string().optional(),
  suggestedActions: z
    .looseObject({ actions: z.array(z.looseObject({ title: z.string(), value: z.string() })) })
    .optional(),
  attachments: z
    .array(z.object({ contentType: z.string(), contentUrl: z.string(), name: z.string() }))
    .optional(),
  channelData: z
    .looseObject({
      expects: z.string().optional(),
      lead: z.looseObject({ reference: z.string() }).optional(),
      estimate: z.looseObject({ reference: z.string() }).optional(),
    })
    .optional(),
});
export type Heard = z.infer<typeof activity>;

const activitySet = z.object({ activities: z.array(activity), watermark: z.string() });
const tokenReply = z.looseObject({ conversationId: z.string(), token: z.string() });

const replyWaitMs = 15_000;
const newId = (): string => randomUUID();

/** A citizen who talks over the public REST endpoint. */
export class Citizen {
  #watermark = '';

  private constructor(
    private base: string,
    readonly conversationId: string,
    readonly token: string,
  ) {}

  /** Opens a conversation and hears the greeting. */
  static async arrive(base: string, locale = 'vi-VN'): Promise<Citizen> {
    const { conversationId, token } = tokenReply.parse(
      await call(`${base}/v3/directline/tokens/generate`, {}),
    );
    await call(`${base}/v3/directline/conversations`, { locale }, token);
    const citizen = new Citizen(base, conversationId, token);
    await citizen.#hear(() => true);
    return citizen;
  }

  /** Goes on at another instance of the service; the conversation is the same. */
  moveTo(base: string): void {
    this.base = base;
  }

  /** Sends a message and hears every reply to it. */
  async say(text: string, locale = 'vi-VN'): Promise<readonly Heard[]> {
    const id = await this.post(text, { locale });
    return this.#hear((heard) => heard.replyToId === id);
  }

  /** Sends without waiting; the id under which it is stored. */
  async post(text: string, { locale = 'vi-VN', clientActivityID = newId() } = {}): Promise<string> {
    const posted = await call(
      `${this.base}/v3/directline/conversations/${this.conversationId}/activities`,
      { type: 'message', from: { id: 'citizen' }, text, locale, channelData: { clientActivityID } },
      this.token,
    );
    return z.object({ id: z.string() }).parse(posted).id;
  }

  /** Everything said so far, by both. */
  async transcript(): Promise<readonly Heard[]> {
    return (await this.#read('')).activities;
  }

  async #hear(isReply: (heard: Heard) => boolean): Promise<readonly Heard[]> {
    const until = Date.now() + replyWaitMs;
    while (Date.now() < until) {
      const set = await this.#read(this.#watermark);
      const replies = set.activities.filter((heard) => heard.from.role === 'bot' && isReply(heard));
      this.#watermark = set.watermark;
      if (replies.length > 0) return replies;
      await sleep(10);
    }
    throw new Error('No reply came.');
  }

  async #read(watermark: string): Promise<z.infer<typeof activitySet>> {
    const url = `${this.base}/v3/directline/conversations/${this.conversationId}/activities?watermark=${watermark}`;
    const response = await fetch(url, { headers: { Authorization: `Bearer ${this.token}` } });
    return activitySet.parse(await response.json());
  }
}

async function call(url: string, body: unknown, token?: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
