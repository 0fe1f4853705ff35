import type { UnansweredOutcome } from '../unanswered/index.js';

/** The parts of a turn: reading what waits, the dialogs with their replies held back, the commit; `whole` from the message's arrival. */
export type TurnStage = 'read' | 'dialogs' | 'commit' | 'whole';

/** What a committed turn did, in numbers: nothing of what was said, nor by whom. */
export type TurnReport = Readonly<{
  channel: string;
  /** The dialogs threw, and the citizen got an apology. */
  faulty: boolean;
  /** Questions of this turn that got no answer. */
  unanswered: readonly UnansweredOutcome[];
  /** Estimates that were told. */
  estimates: number;
  leads: readonly ('opened' | 'repeated' | 'withdrawn')[];
}>;

/** Whoever counts and times turns. Never throws. */
export type TurnObserver = Readonly<{
  /** A message was stored under this number, in the request that brought it. */
  accepted: (conversationId: string, seq: number) => void;
  stage: (stage: TurnStage, seconds: number) => void;
  committed: (report: TurnReport) => void;
  /** Another turn of the conversation was committed first; this one is run again. */
  overtaken: () => void;
}>;
