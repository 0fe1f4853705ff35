import type { ContentSnapshot } from '../src/content/index.js';
import type { Translator } from '../src/i18n/index.js';
import type { ConsentGiven, LeadDraft, Withdrawal } from '../src/leads/index.js';
import type { LocalitySnapshot } from '../src/localities/index.js';
import type { UnansweredQuestion } from '../src/unanswered/index.js';

/** What one turn may use. Made anew for every turn by `src/turn`, so that a reply never mixes two versions of the content. */
export type TurnScope = Readonly<{
  now: Date;
  /** The legal date in Vietnam, `YYYY-MM-DD`. */
  today: string;
  words: Translator;
  /** Absolute address under which citizens reach the service, without a slash at the end. */
  publicUrl: string;
  content: ContentSnapshot;
  /** The communes, and the offices and collection points in them. */
  localities: LocalitySnapshot;
  leads: LeadDesk;
  personal: PersonalData;
  unanswered: UnansweredDesk;
}>;

/** The only door from the conversation to the leads. What it is told takes effect when the turn commits, or never. */
export type LeadDesk = Readonly<{
  /** Opens a lead with its consent to be called; where somebody is to call this number about this already, it stays one lead. */
  open: (draft: LeadDraft) => Promise<OpenedLead>;
  /** Working days within which an officer calls. */
  callWithin: number;
  /** The last day on which an officer calls whoever leaves a number today; undefined where holidays aren't known so far. */
  callBy: string | undefined;
  /** Another time for the call of a lead of this conversation. */
  setCallTime: (reference: string, callTime: string) => void;
  /** Consent to be reminded, for a lead of this conversation. */
  agreeToReminders: (reference: string, consent: ConsentGiven) => void;
  /**
   * Withdraws the consents given in this conversation, for one purpose or (left out) for all, and erases what was stored under them;
   * tells how many leads that were.
   */
  withdraw: (withdrawal?: Withdrawal) => Promise<number>;
}>;

/** `repeated`: an officer is to call this number already since `since`, at `callTime`. */
export type OpenedLead = Readonly<
  | { status: 'opened'; reference: string }
  | { status: 'repeated'; reference: string; callTime: string; since: Date }
>;

/** Marks what holds a name or phone, so that it can be erased without a trace when consent is refused. */
export type PersonalData = Readonly<{
  /** This message and the replies to it hold personal data for which consent is still open. */
  hold: () => void;
  /** Consent was refused or the matter dropped: erase what was held. */
  erase: () => void;
}>;

/** Where questions without an answer are noted, for whoever writes the answers. Takes effect when the turn commits, or never. */
export type UnansweredDesk = Readonly<{
  /** Notes a question; returns the id under which it can be settled. */
  note: (question: UnansweredQuestion) => string;
  /** The question found its answer after all. */
  settle: (id: string) => void;
}>;
