import type { Records } from '../../src/records/index.js';
import { eventually } from '../support/eventually.js';
import type { Delivery, FakePlatform, Shown, ShownButton } from '../fakes/FakePlatform.js';

export type ChannelTalkOptions = Readonly<{
  platform: FakePlatform;
  citizen: string;
  records: Records;
  /** Gives a delivery to the service; the status it answered. */
  deliver: (delivery: Delivery) => Promise<number>;
}>;

/** A citizen on a platform: taps or types the number of what is offered, as it is shown there, and else writes. */
export class ChannelTalk {
  readonly #options: ChannelTalkOptions;

  constructor(options: ChannelTalkOptions) {
    this.#options = options;
  }

  get conversationId(): string {
    return this.#options.platform.conversationOf(this.#options.citizen);
  }

  /** Says it in the way in which a person on this platform would; everything that was shown then. */
  async say(text: string, locale = 'vi'): Promise<readonly Shown[]> {
    const { platform, citizen } = this.#options;
    const last = platform.shownTo(citizen).at(-1);
    const way = last === undefined ? undefined : wayToSay(last, text);
    if (way?.kind === 'press') return this.send(platform.press(citizen, way.button, { locale }));
    return this.write(way?.kind === 'mark' ? way.mark : text, locale);
  }

  async write(text: string, locale = 'vi'): Promise<readonly Shown[]> {
    const { platform, citizen } = this.#options;
    return this.send(platform.write(citizen, text, { locale }));
  }

  async press(button: ShownButton): Promise<readonly Shown[]> {
    const { platform, citizen } = this.#options;
    return this.send(platform.press(citizen, button));
  }

  async send(delivery: Delivery): Promise<readonly Shown[]> {
    const { platform, citizen, deliver } = this.#options;
    const before = platform.shownTo(citizen).length;
    const status = await deliver(delivery);
    if (status !== 200) throw new Error(`The delivery was answered ${status}.`);
    await this.settled();
    return platform.shownTo(citizen).slice(before);
  }

  /** Waits until everything that came in is answered and every answer is gone or given up. */
  async settled(): Promise<void> {
    const { db } = this.#options.records;
    await eventually(async () => {
      const waiting = await db
        .selectFrom('inbox')
        .select('seq')
        .where('conversation_id', '=', this.conversationId)
        .where('processed_at', 'is', null)
        .executeTakeFirst();
      const queued = await db
        .selectFrom('outbox')
        .select('seq')
        .where('conversation_id', '=', this.conversationId)
        .where('state', '=', 'queued')
        .executeTakeFirst();
      return waiting === undefined && queued === undefined ? true : undefined;
    }, `end of ${this.conversationId}`);
  }
}

type Way = Readonly<{ kind: 'press'; button: ShownButton }> | Readonly<{ kind: 'mark'; mark: string }>;

/** How something that is offered is said: by its button, by the button with its mark, or by typing the mark. */
export function wayToSay(shown: Shown, text: string): Way | undefined {
  const wanted = plainSpaces(text);
  const line = marked(shown).find(({ title }) => title === wanted);
  const button = shown.buttons.find(({ label, press }) => {
    if (press === undefined) return false;
    return plainSpaces(label) === wanted || (line !== undefined && label === line.mark);
  });
  if (button !== undefined) return { kind: 'press', button };
  return line === undefined ? undefined : { kind: 'mark', mark: line.mark };
}

/** Everything that is offered with a message, buttons and numbered lines alike. */
export function offeredIn(shown: Shown): readonly string[] {
  const lines = marked(shown).map(({ title }) => title);
  const links = shown.text.split('\n').map(plainSpaces);
  return [...lines, ...links, ...shown.buttons.map(({ label }) => plainSpaces(label))];
}

/** What is told, without the list of what may be chosen below it. */
export function withoutChoices(shown: readonly Shown[]): readonly string[] {
  return shown.map((one) => {
    const lines = marked(one);
    const [first] = lines;
    const text = plainSpaces(one.text);
    return first === undefined
      ? text
      : text.slice(0, text.indexOf(`${first.mark}. ${first.title}`)).trimEnd();
  });
}

function marked({ text }: Shown): readonly Readonly<{ mark: string; title: string }>[] {
  return text.split('\n').flatMap((line) => {
    const match = /^([A-Z]|\d{1,2})\. (.+)$/.exec(plainSpaces(line));
    return match?.[1] === undefined || match[2] === undefined ? [] : [{ mark: match[1], title: match[2] }];
  });
}

export function plainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
