import type { TurnContext } from 'botbuilder';
import { fromEnglish, lately, plainText } from '../src/language/index.js';
import { shortReference, type AmountEstimate, type EstimateDeps } from '../src/estimates/index.js';
import type { Translate } from '../src/i18n/index.js';
import type { GeoPoint } from '../src/localities/index.js';
import type { Memory } from './memory.js';
import { sharedLocation } from './places/sharedLocation.js';
import type { TurnScope } from './TurnScope.js';

/** A button: `title` is shown and sent. A `link` is opened instead (tel:, https:). */
export type ChoiceButton = Readonly<{ title: string; link?: string }>;

export type Reply = Readonly<{
  text: string;
  choices?: readonly ChoiceButton[];
  /** A file of the guides' pictures, with what it shows; the text makes sense without it. */
  picture?: Readonly<{ file: string; alt: string }>;
  /** The value asked for, so that a client can offer the right keyboard. */
  expects?: string;
  channelData?: Readonly<Record<string, unknown>>;
}>;

/** Who says nothing for this long is greeted back; shorter pauses belong to a conversation. */
const awayMs = 4 * 60 * 60 * 1000;

const turnKey = Symbol('an-sinh.turn');

/** Everything a dialog needs in one turn: what was said, the words to answer in, and the doors to the subjects. */
export class ChatTurn {
  /** What the citizen wrote. */
  readonly text: string;
  /** The same in lower case without accents, abbreviations written out. */
  readonly plain: string;
  /** Whether the citizen comes back after hours or days: what was being done is told again where it helps. */
  readonly isBack: boolean;
  readonly #context: TurnContext;

  constructor(
    context: TurnContext,
    readonly scope: TurnScope,
    readonly memory: Memory,
    said: Readonly<{ text: string; isBack: boolean }> = {
      text: context.activity.text ?? '',
      isBack: memory.lastAt !== undefined && scope.now.getTime() - memory.lastAt >= awayMs,
    },
  ) {
    this.#context = context;
    this.text = said.text.trim();
    this.plain = plainText(this.text.slice(0, 1_000));
    this.isBack = said.isBack;
  }

  /** The same turn with other words: a part of the message, or its words put in order. */
  saying(text: string): ChatTurn {
    return new ChatTurn(this.#context, this.scope, this.memory, { text, isBack: this.isBack });
  }

  static of(context: TurnContext): ChatTurn {
    const turn: unknown = context.turnState.get(turnKey);
    if (!(turn instanceof ChatTurn)) throw new Error('The turn was not prepared.');
    return turn;
  }

  /** Makes the turn known to the dialogs that run in it. */
  enter(): this {
    this.#context.turnState.set(turnKey, this);
    return this;
  }

  /** What was written, for the readers of amounts, times, groups and households: English words for them put into Vietnamese. */
  get told(): string {
    return this.memory.locale === 'en' ? fromEnglish(this.text) : this.text;
  }

  /** Where the citizen is, shared instead of words. */
  get location(): GeoPoint | undefined {
    return this.text === '' ? sharedLocation(this.#context.activity.entities) : undefined;
  }

  get words(): Translate {
    return this.scope.words(this.memory.locale);
  }

  /** A sentence of the conversation, `locales/<locale>/chat.json`. */
  t(key: string, values?: Readonly<Record<string, string | number>>): string {
    return this.words(`chat:${key}`, values);
  }

  button(key: string, values?: Readonly<Record<string, string | number>>): ChoiceButton {
    return { title: this.t(`button.${key}`, values) };
  }

  /** Whether the message is a button's title, pressed or typed, accents and case aside. */
  says(key: string, values?: Readonly<Record<string, string | number>>): boolean {
    return this.isTitle(this.t(`button.${key}`, values));
  }

  /** The same of a title that is no fixed one: an amount, a group. */
  isTitle(title: string): boolean {
    return this.plain === plainTitle(title);
  }

  /** Whether the message has these words in it, accents and case aside. */
  names(title: string): boolean {
    return this.plain.includes(plainTitle(title));
  }

  get hotline(): string {
    return this.scope.content.hotline(this.scope.today);
  }

  get hotlineButton(): ChoiceButton {
    return {
      title: this.t('button.hotline', { hotline: this.hotline }),
      link: `tel:${this.hotline.replace(/\s/g, '')}`,
    };
  }

  get estimateDeps(): EstimateDeps {
    const { table, tableVersion, referenceKey } = this.scope.content;
    return { table, tableVersion, signingKey: referenceKey, today: this.scope.today, translate: this.words };
  }

  /** The page on which an estimate is kept and printed: an address that any channel can show. */
  pageOf({ reference }: Pick<AmountEstimate<object>, 'reference'>): string {
    return `${this.scope.publicUrl}/e/${shortReference(reference)}`;
  }

  async say(reply: Reply): Promise<void> {
    const { text, choices = [], picture, expects, channelData } = reply;
    await this.#context.sendActivity({
      type: 'message',
      text,
      textFormat: 'markdown',
      locale: this.memory.locale,
      inputHint: expects === undefined ? 'acceptingInput' : 'expectingInput',
      ...(choices.length === 0 ? {} : { suggestedActions: { to: [], actions: choices.map(toAction) } }),
      ...(picture === undefined ? {} : { attachments: [toAttachment(picture)] }),
      ...(expects === undefined && channelData === undefined
        ? {}
        : { channelData: { ...(expects === undefined ? {} : { expects }), ...channelData } }),
    });
  }

  /** Several bubbles: data belongs to the first one, which says the matter; buttons and what is expected to the last. */
  async sayAll(texts: readonly string[], { channelData, ...last }: Omit<Reply, 'text'> = {}): Promise<void> {
    for (const [index, text] of texts.entries()) {
      await this.say({
        text,
        ...(index === 0 && channelData !== undefined ? { channelData } : {}),
        ...(index === texts.length - 1 ? last : {}),
      });
    }
  }
}

const mostTitles = 1_000;

/** The plain form of a button's title. Titles are few and looked at in every turn. */
const plainTitle = lately(plainText, mostTitles);

/** The path is completed by the channel, which knows the service's address. */
function toAttachment({ file, alt }: NonNullable<Reply['picture']>) {
  return { contentType: 'image/svg+xml', contentUrl: `/guides/${file}`, name: alt };
}

function toAction({ title, link }: ChoiceButton) {
  return { type: link === undefined ? 'imBack' : 'openUrl', title, value: link ?? title };
}
