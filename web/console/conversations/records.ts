import { isRecord } from '../common/isRecord.js';

export type HandlingState = 'bot' | 'waiting' | 'officer' | 'timed_out';

/** A conversation that a person answers, should answer or failed to answer. */
export interface Conversation {
  readonly id: string;
  readonly channel: string;
  readonly state: HandlingState;
  readonly since: string;
  readonly until: string | null;
  readonly officer: string | null;
  readonly isMine: boolean;
  readonly lead: { readonly id: string; readonly name: string; readonly reference: string } | null;
  readonly campaign: string | null;
  readonly event: string | null;
  readonly lastWords: string;
  readonly lastAt: string;
}

export type Reach =
  | { readonly status: 'open'; readonly closesAt?: number; readonly freeUntil?: number }
  | { readonly status: 'closed'; readonly reason: string };

export interface Message {
  readonly id: string;
  readonly role: 'user' | 'bot' | 'officer';
  readonly at: string;
  readonly text: string;
  readonly delivery: 'waiting' | 'sent' | 'failed' | null;
}

export interface OpenConversation extends Conversation {
  readonly reach: Reach;
  readonly messages: readonly Message[];
}

/** A shallow check: see `api/shapes.ts`. */
export function isOpenConversation(value: unknown): value is OpenConversation {
  return isRecord(value) && Array.isArray(value['messages']) && isRecord(value['reach']);
}

export function hasWaiting(value: unknown): value is { readonly waiting: number } {
  return isRecord(value) && typeof value['waiting'] === 'number';
}

export function hasId(value: unknown): value is { readonly id: string } {
  return isRecord(value) && typeof value['id'] === 'string';
}
