import { TurnContext } from 'botbuilder';
import { join } from 'node:path';
import { z } from 'zod';
import { createBot, type Bot } from '../../dialogs/index.js';
import { ContentStore, type ContentSnapshot } from '../../src/content/index.js';
import { createTranslator, vietnamDate, type Translator } from '../../src/i18n/index.js';
import type { LeadDraft } from '../../src/leads/index.js';
import { projectRoot } from '../../src/paths.js';
import { openRecords } from '../../src/records/index.js';
import type { OutboundActivity } from '../../src/turn/index.js';
import { HeldReplyAdapter } from '../../src/turn/HeldReplyAdapter.js';
import { SingleTurnStorage } from '../../src/turn/SingleTurnStorage.js';
import { createStore } from '../support/stores.js';
import { exampleDay } from '../support/testService.js';
import { learning } from '../support/learning.js';

const storedState = z.record(
  z.string(),
  z.looseObject({
    dialogs: z.looseObject({ dialogStack: z.array(z.looseObject({ id: z.string() })) }).optional(),
  }),
);

type Shared = Readonly<{ bot: Bot; words: Translator; content: ContentSnapshot }>;

/** The assistant with the shipped content, in this process and without a store: hundreds of conversations a second. */
export class ChatBench {
  readonly #shared: Shared;
  readonly #close: () => Promise<void>;

  private constructor(shared: Shared, close: () => Promise<void>) {
    this.#shared = shared;
    this.#close = close;
  }

  static async open(): Promise<ChatBench> {
    const store = await createStore('sqlite');
    const words = createTranslator(join(projectRoot, 'locales'));
    const records = await openRecords({ dataDir: store.dataDir, databaseUrl: undefined });
    const content = await ContentStore.open({
      learning,
      shippedFolder: join(projectRoot, 'content'),
      dataDir: store.dataDir,
      records,
      words,
      referenceKey: new Uint8Array(32),
      now: exampleDay,
      failed: (error) => {
        throw error;
      },
    });
    return new ChatBench({ bot: createBot(), words, content: content.snapshot() }, async () => {
      await content.close();
      await records.close();
      await store.drop();
    });
  }

  /** A new conversation in which nothing was said yet. */
  talk(now: () => Date = exampleDay): BenchTalk {
    return new BenchTalk(this.#shared, now);
  }

  async close(): Promise<void> {
    await this.#close();
  }
}

/** One conversation: its memory is written out and read back at every turn, as a store does it. */
export class BenchTalk {
  readonly leads: LeadDraft[] = [];
  held = false;
  erased = 0;
  #memory: string | undefined;
  readonly #shared: Shared;
  readonly #now: () => Date;

  constructor(shared: Shared, now: () => Date) {
    this.#shared = shared;
    this.#now = now;
  }

  /** What is stored between the turns. */
  get memory(): string {
    return this.#memory ?? '';
  }

  async say(text: string, locale = 'vi-VN'): Promise<readonly OutboundActivity[]> {
    const adapter = new HeldReplyAdapter();
    const storage = new SingleTurnStorage(this.#memory);
    const context = new TurnContext(adapter, {
      type: 'message',
      id: 'message',
      text,
      locale,
      channelId: 'bench',
      serviceUrl: 'urn:bench',
      from: { id: 'citizen', name: '' },
      recipient: { id: 'an-sinh', name: 'An Sinh' },
      conversation: { id: 'talk', isGroup: false, conversationType: 'personal', name: '' },
    });
    const { bot, words, content } = this.#shared;
    const now = this.#now();
    await bot(context, storage, {
      now,
      today: vietnamDate(now),
      words,
      publicUrl: 'https://an-sinh.test',
      content,
      leads: {
        open: (draft) => {
          this.leads.push(draft);
          return { reference: `AS-${this.leads.length}` };
        },
        withdraw: async () => this.leads.splice(0).length,
      },
      personal: {
        hold: () => {
          this.held = true;
        },
        erase: () => {
          this.held = false;
          this.erased += 1;
        },
      },
    });
    this.#memory = storage.serialise();
    return adapter.replies;
  }

  /** The same conversation at the same point, to look what would follow without going there. */
  fork(): BenchTalk {
    const other = new BenchTalk(this.#shared, this.#now);
    other.#memory = this.#memory;
    other.leads.push(...this.leads);
    other.held = this.held;
    return other;
  }

  /** The form that is open, read from what is stored. */
  get openForm(): string | undefined {
    if (this.#memory === undefined) return undefined;
    const items = storedState.parse(JSON.parse(this.#memory));
    return Object.values(items).flatMap(({ dialogs }) => dialogs?.dialogStack ?? [])[0]?.id;
  }

  /** Says one thing after the other and gives the replies to the last. */
  async sayAll(texts: readonly string[]): Promise<readonly OutboundActivity[]> {
    let replies: readonly OutboundActivity[] = [];
    for (const text of texts) replies = await this.say(text);
    return replies;
  }
}
