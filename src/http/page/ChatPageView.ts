import type { ClientWord } from './clientWords.js';
import type { ChatPicture } from './guidePicture.js';
import type { FrameView } from './FrameView.js';

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
  /** The page came from the device: whether there is a conversation is still to be asked. */
  readonly shell?: true;
  /** On a shared phone: after so many seconds without use everything is forgotten. */
  readonly sharedS?: number;
}

/** The boot data as it stands in the page: with the hotline and the words the script shows. */
export interface ClientBoot extends ChatBoot {
  readonly hotline: string;
  readonly words: Readonly<Record<ClientWord, string>>;
}

export interface ChatPageView extends FrameView {
  /** The built script, to be inlined. An empty one leaves a page that works by forms alone. */
  readonly js: string;
  /** The greeting alone for a newcomer, the whole transcript for a returning citizen; oldest first. */
  readonly messages: readonly ChatMessage[];
  readonly choices: readonly ChatChoice[];
  /** The value asked for by the last message (channelData.expects), if any. */
  readonly expects?: string;
  readonly boot: ChatBoot;
  /** Minutes without use after which a shared phone forgets. */
  readonly sharedMinutes: number;
  /** Whether the settings stand open: without the script every one of them loads the page anew. */
  readonly settingsOpen?: boolean;
  /** Campaign source of this visit, carried by the plain form as `ref`. */
  readonly ref?: string;
  /** Random id carried by the plain forms as `id`, so that a double tap without JavaScript counts once. */
  readonly formId?: string;
}
