import type { Accepted, InboundMessage } from '../../src/turn/index.js';
import { activityId, readConversation, type OutboundActivity } from '../../src/turn/index.js';
import { eventually } from '../support/eventually.js';
import type { Instance } from '../support/openInstance.js';
import { inboundMessage } from './inboundMessage.js';

/** A citizen who talks to the turns directly and waits for each answer. */
export class Talker {
  constructor(
    readonly instance: Instance,
    readonly id: string,
  ) {}

  async say(text: string): Promise<readonly OutboundActivity[]> {
    return this.send(inboundMessage(this.id, text));
  }

  /** Sends through `accept`, here unless told otherwise, and hears the replies. */
  async send(
    message: InboundMessage,
    accept: (message: InboundMessage) => Promise<Accepted> = (inbound) => this.instance.turns.accept(inbound),
  ): Promise<readonly OutboundActivity[]> {
    const { seq } = await accept(message);
    return eventually(async () => {
      const replies = await this.#repliesTo(seq);
      return replies.length === 0 ? undefined : replies;
    }, `reply to “${message.activity.text}”`);
  }

  /** Says all of `texts` one after the other; the replies to the last one. */
  async sayAll(texts: readonly string[]): Promise<readonly OutboundActivity[]> {
    let replies: readonly OutboundActivity[] = [];
    for (const text of texts) replies = await this.say(text);
    return replies;
  }

  async #repliesTo(seq: number): Promise<readonly OutboundActivity[]> {
    const log = await readConversation(this.instance, this.id, seq);
    return log.flatMap((logged) =>
      logged.direction === 'out' && logged.activity.replyToId === activityId(this.id, seq)
        ? [logged.activity]
        : [],
    );
  }
}
