import type { HandlingState } from '../../records/index.js';
import type { Reach } from './reachOf.js';

/** A conversation as an officer sees it in the list of those that a person answers, or should. Times in ISO 8601. */
export type HandledConversation = Readonly<{
  id: string;
  channel: string;
  state: HandlingState;
  since: string;
  /** When the bot comes back by itself; null while it answers. */
  until: string | null;
  /** The officer's name; null for none, and for one who writes by the platform's own tool. */
  officer: string | null;
  isMine: boolean;
  lead: Readonly<{ id: string; name: string; reference: string }> | null;
  campaign: string | null;
  event: string | null;
  /** The citizen's newest words, masked and cut. */
  lastWords: string;
  lastAt: string;
}>;

/** `from`: the newest messages with their masked texts, oldest first. */
export type OpenedConversation = HandledConversation &
  Readonly<{ reach: Reach; messages: readonly HandledMessage[] }>;

export type HandledMessage = Readonly<{
  id: string;
  seq: number;
  role: 'user' | 'bot' | 'officer';
  at: string;
  text: string;
  /** Of what goes out over a platform: whether it did, and by which code it failed. */
  delivery: 'waiting' | 'sent' | 'failed' | null;
  failure: string | null;
}>;
