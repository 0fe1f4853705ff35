import type { ClientWord } from './clientWords.js';
import type { ChatPicture } from './guidePicture.js';

/** A button under the last message. `title` is what the citizen reads, `value` what is sent (or a tel:/https: address). */
export interface ChatChoice {
  readonly title: string;
  readonly value: string;
}

/** One message of the transcript. `at` is an ISO 8601 instant; the page shows it as Vietnam time. */
export interface ChatMessage {
  readonly id: string;
  readonly role: 'user' | 'bot';
  readonly text: string;
  readonly at?: string;
  /** The code of a confirmed request to be called: worth keeping, so that it can be copied. */
  readonly reference?: string;
  readonly picture?: ChatPicture;
}

/** What the script needs to go on with a conversation. Without `conversationId` the first message opens one. */
export interface ChatBoot {
  readonly conversationId?: string;
  readonly token?: string;
  readonly streamUrl?: string;
  readonly watermark?: string;
  readonly locale: string;
}

/** The boot data as it stands in the page: with the hotline and the words the script shows. */
export interface ClientBoot extends ChatBoot {
  readonly hotline: string;
  readonly words: Readonly<Record<ClientWord, string>>;
}

/** Looks up a word of locales/<locale>/page.json; values fill its {{places}}. Must not escape HTML: the page does. */
export type PageTranslate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export interface ChatPageView {
  readonly locale: string;
  /** Nonce of the Content-Security-Policy header, for the one style and the one script. */
  readonly nonce: string;
  /** The built style sheet and script, to be inlined. An empty script leaves a page that works by forms alone. */
  readonly css: string;
  readonly js: string;
  /** The greeting alone for a newcomer, the whole transcript for a returning citizen; oldest first. */
  readonly messages: readonly ChatMessage[];
  readonly choices: readonly ChatChoice[];
  /** The value asked for by the last message (channelData.expects), if any. */
  readonly expects?: string;
  readonly boot: ChatBoot;
  /** The hotline as it is written for people, e.g. with a space. */
  readonly hotline: string;
  readonly t: PageTranslate;
  /** Campaign source of this visit, carried by the plain form as `ref`. */
  readonly ref?: string;
  /** Random id carried by the plain forms as `id`, so that a double tap without JavaScript counts once. */
  readonly formId?: string;
}
