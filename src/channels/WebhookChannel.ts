import type { Translator } from '../i18n/index.js';
import {
  withdrawEvent,
  type ChoiceMarks,
  type InboundMessage,
  type OutboundActivity,
  type OutboxReply,
  type SendResult,
} from '../turn/index.js';
import { callPlatform } from './callPlatform.js';
import type {
  Adapter,
  Call,
  Channel,
  Credentials,
  Door,
  DoorReply,
  DoorRequest,
  InboundEvent,
  OutgoingReply,
  Verdict,
} from './contract.js';
import { Pacer } from './Pacer.js';
import { marksOfChoices, type Capabilities } from './render/index.js';
import { withAddress } from './withAddress.js';

/** The part of the turns that a channel needs. */
export type Turns = Readonly<{
  accept: (message: InboundMessage) => Promise<Readonly<{ seq: number; duplicate: boolean }>>;
  lose: (conversationId: string, at: Date) => Promise<void>;
  keepSilent: (conversationId: string, since: Date) => Promise<void>;
  waits: (conversationId: string, seq: number) => Promise<boolean>;
}>;

export type ChannelDependencies = Readonly<{
  turns: Turns;
  words: Translator;
  /** Absolute address of the service, where pictures are. */
  publicUrl: string;
  now: () => Date;
  /** Without the platforms' rates: for tests that play many citizens against stand-ins. */
  unlimited?: boolean;
  /** Told what somebody should look at; codes only, never what was said nor who said it. */
  report: (channel: string, event: string) => void;
}>;

/** A turn that takes longer than this is announced by a sign of typing, where the platform has one. */
const typingAfterMs = 700;

/** A channel over an adapter: verify, decode, store, acknowledge; encode, send, renew. */
export class WebhookChannel implements Channel {
  readonly name: string;
  readonly capabilities: Capabilities;
  readonly doors: readonly Door[];
  readonly #adapter: Adapter;
  readonly #credentials: Credentials;
  readonly #dependencies: ChannelDependencies;
  readonly #pacer: Pacer;

  constructor(adapter: Adapter, credentials: Credentials, dependencies: ChannelDependencies) {
    const { handshake } = adapter;
    this.name = adapter.name;
    this.capabilities = adapter.capabilities;
    this.#adapter = adapter;
    this.#credentials = credentials;
    this.#dependencies = dependencies;
    this.#pacer = new Pacer(dependencies.unlimited === true ? Infinity : adapter.capabilities.perSecond);
    this.doors = [
      { method: 'POST', path: adapter.path, open: (request) => this.#receive(request) },
      ...(handshake === undefined
        ? []
        : [
            {
              method: 'GET' as const,
              path: adapter.path,
              open: ({ query }: DoorRequest) => handshake(query),
            },
          ]),
    ];
  }

  /** Sends a reply part by part, each at most once more with new credentials or without its buttons. */
  async send({ seq, address, activity, from, sentPart }: OutboxReply): Promise<SendResult> {
    const reply: OutgoingReply = {
      seq,
      address,
      activity: withAddress(activity, this.#dependencies.publicUrl),
    };
    let calls = this.#adapter.encode(reply);
    let bare = false;
    for (let index = from; index < calls.length; index += 1) {
      const call = calls[index];
      let result = await this.#call(call);
      if (result.status === 'refused' && call?.isExtra === true) {
        this.#dependencies.report(this.name, `refused ${result.reason}`);
        result = { status: 'sent' };
      }
      if (result.status === 'refused' && !bare) {
        this.#dependencies.report(this.name, `refused ${result.reason}`);
        bare = true;
        calls = this.#adapter.encode({ ...reply, bare });
        result = await this.#call(calls[Math.min(index, calls.length - 1)]);
      }
      if (result.status !== 'sent') return result;
      if (index < calls.length - 1) await sentPart();
    }
    return { status: 'sent' };
  }

  marksOf(message: OutboundActivity, conversationId: string): ChoiceMarks {
    const { capabilitiesOf, capabilities } = this.#adapter;
    return marksOfChoices(message, capabilitiesOf?.(conversationId) ?? capabilities);
  }

  async tend(): Promise<void> {
    await this.#credentials.tend?.();
  }

  /** Stores what came in, then acknowledges it; the turns follow by themselves. */
  async #receive(request: DoorRequest): Promise<DoorReply> {
    const verdict = this.#adapter.verify(request);
    if (verdict === 'forged') {
      this.#dependencies.report(this.name, 'forged delivery');
      return { status: 401 };
    }
    if (verdict === 'probe') return { status: 200 };
    const events = this.#adapter.decode(request.body).toSorted((one, other) => one.at - other.at);
    const conversations = [...Map.groupBy(events, ({ conversationId }) => conversationId).values()];
    await Promise.all(
      conversations.map(async (inOrder) => {
        for (const event of inOrder) await this.#take(event);
      }),
    );
    return { status: 200 };
  }

  async #take(event: InboundEvent): Promise<void> {
    const { turns } = this.#dependencies;
    const { conversationId, userId } = event;
    switch (event.kind) {
      case 'gone':
        return turns.lose(conversationId, new Date(event.at));
      case 'person_spoke':
        return turns.keepSilent(conversationId, new Date(event.at));
      case 'withdrawn': {
        await turns.accept({
          channel: this.name,
          conversationId,
          userId,
          key: event.key,
          address: event.address,
          activity: { type: 'event', name: withdrawEvent, from: { id: userId, role: 'user' } },
        });
        return turns.lose(conversationId, this.#dependencies.now());
      }
      case 'message': {
        const { key, address, activity, acknowledge } = event;
        const message = { channel: this.name, conversationId, userId, key, address, activity };
        const { seq, duplicate } = await turns.accept(message);
        if (acknowledge !== undefined) this.#inBackground(acknowledge);
        if (!duplicate && activity.type === 'message') this.#showTyping(conversationId, seq, address);
      }
    }
  }

  #showTyping(conversationId: string, seq: number, address: string): void {
    const { typing } = this.#adapter;
    if (typing === undefined) return;
    const timer = setTimeout(() => {
      this.#dependencies.turns
        .waits(conversationId, seq)
        .then((waits) => (waits ? this.#inBackground(typing(address)) : undefined))
        .catch(() => undefined);
    }, typingAfterMs);
    timer.unref();
  }

  /** A courtesy: whether it arrives changes nothing. */
  #inBackground(call: Call): void {
    this.#call(call)
      .then((result) => {
        if (result.status !== 'sent') this.#dependencies.report(this.name, `courtesy ${result.reason}`);
      })
      .catch(() => undefined);
  }

  async #call(call: Call | undefined): Promise<SendResult> {
    if (call === undefined) return { status: 'sent' };
    const first = await this.#credentials.token();
    if (first.status !== 'token') return first;
    const verdict = await this.#attempt(call, first.token);
    if (verdict.status !== 'renew') return verdict;
    const second = await this.#credentials.token(first.token);
    if (second.status !== 'token') return second;
    const again = await this.#attempt(call, second.token);
    return again.status === 'renew' ? { status: 'operator', reason: again.reason } : again;
  }

  async #attempt(call: Call, token: string): Promise<Verdict> {
    await this.#pacer.wait();
    const { url, headers } = this.#adapter.wire(call, token);
    const answer = await callPlatform({
      url,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(call.body),
    });
    return this.#adapter.classify(answer);
  }
}

/** A credential that doesn't change while the service runs. */
export function fixedToken(token: string): Credentials {
  return {
    token: async (refused) =>
      refused === undefined ? { status: 'token', token } : { status: 'operator', reason: 'token_refused' },
  };
}
