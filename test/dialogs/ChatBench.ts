import { TurnContext } from 'botbuilder';
import { join } from 'node:path';
import { z } from 'zod';
import { createBot, type Bot } from '../../dialogs/index.js';
import { ContentStore, type ContentSnapshot } from '../../src/content/index.js';
import { createTranslator, vietnamDate, type Translator } from '../../src/i18n/index.js';
import { callBy, type LeadDraft } from '../../src/leads/index.js';
import { projectRoot } from '../../src/paths.js';
import { openRecords } from '../../src/records/index.js';
import type { OutboundActivity } from '../../src/turn/index.js';
import type { UnansweredQuestion } from '../../src/unanswered/index.js';
import { HeldReplyAdapter } from '../../src/turn/HeldReplyAdapter.js';
import { SingleTurnStorage } from '../../src/turn/SingleTurnStorage.js';
import { noLocalities, shippedCalendar } from '../support/localities.js';
import { createStore } from '../support/stores.js';
import { exampleDay } from '../support/testService.js';
import { learning } from '../support/learning.js';

const storedState = z.record(
  z.string(),
  z.looseObject({
    memory: z.unknown(),
    dialogs: z
      .looseObject({ dialogStack: z.array(z.looseObject({ id: z.string(), state: z.unknown() })) })
      .optional(),
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
  /** What got no answer, and which of it found one after all. */
  readonly unanswered: UnansweredQuestion[] = [];
  readonly settled: number[] = [];
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
      localities: noLocalities,
      leads: {
        callWithin: shippedCalendar.callWithin,
        callBy: callBy(shippedCalendar, vietnamDate(now)),
        open: async (draft) => {
          this.leads.push(draft);
          return { status: 'opened', reference: `AS-${this.leads.length}` };
        },
        setCallTime: () => undefined,
        agreeToReminders: () => undefined,
        withdraw: async () => this.leads.splice(0).length,
      },
      unanswered: {
        note: (question) => {
          this.unanswered.push(question);
          return String(this.unanswered.length - 1);
        },
        settle: (id) => {
          this.settled.push(Number(id));
        },
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
    return this.#open()?.id;
  }

  /** Where that form stands, as it is stored. */
  get openPosition(): unknown {
    return this.#open()?.state;
  }

  /** What the conversation remembers beside it, as it is stored. */
  get openMemory(): unknown {
    return this.#items().find(({ memory }) => memory !== undefined)?.memory;
  }

  #open() {
    return this.#items().flatMap(({ dialogs }) => dialogs?.dialogStack ?? [])[0];
  }

  #items() {
    return this.#memory === undefined ? [] : Object.values(storedState.parse(JSON.parse(this.#memory)));
  }

  /** Says one thing after the other and gives the replies to the last. */
  async sayAll(texts: readonly string[]): Promise<readonly OutboundActivity[]> {
    let replies: readonly OutboundActivity[] = [];
    for (const text of texts) replies = await this.say(text);
    return replies;
  }
}
