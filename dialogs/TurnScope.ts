import type { ContentSnapshot } from '../src/content/index.js';
import type { Translator } from '../src/i18n/index.js';
import type { LeadDraft } from '../src/leads/index.js';

/** What one turn may use. Made anew for every turn by `src/turn`, so that a reply never mixes two versions of the content. */
export type TurnScope = Readonly<{
  now: Date;
  /** The legal date in Vietnam, `YYYY-MM-DD`. */
  today: string;
  words: Translator;
  /** Absolute address under which citizens reach the service, without a slash at the end. */
  publicUrl: string;
  content: ContentSnapshot;
  leads: LeadDesk;
  personal: PersonalData;
}>;

/** The only door from the conversation to the leads. What it is told takes effect when the turn commits, or never. */
export type LeadDesk = Readonly<{
  /** Opens a lead with its consent; returns the reference code that the citizen is told. */
  open: (draft: LeadDraft) => Readonly<{ reference: string }>;
  /** Withdraws every consent given in this conversation and erases what was stored under it; tells how many leads that were. */
  withdraw: () => Promise<number>;
}>;

/** Marks what holds a name or phone, so that it can be erased without a trace when consent is refused. */
export type PersonalData = Readonly<{
  /** This message and the replies to it hold personal data for which consent is still open. */
  hold: () => void;
  /** Consent was refused or the matter dropped: erase what was held. */
  erase: () => void;
}>;
