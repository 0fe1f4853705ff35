import type { z } from 'zod';
import type { ChatTurn, ChoiceButton } from '../ChatTurn.js';

/**
 * A form is a list of slots. It asks for the first one that is wanted, takes whatever the citizen tells of any of them, and
 * ends when none is wanted any more. `Values` is what the slots fill; everything in it is optional until then.
 */
export type Form<Values extends object> = Readonly<{
  /** Also names, under `matter` in the sentences, what is being done. */
  id: string;
  /** Reads the values back from the stored conversation. */
  schema: z.ZodType<Values>;
  slots: readonly Slot<Values>[];
  /** What a message tells beside the answer that was asked for. */
  overhear: (turn: ChatTurn, asked: string, values: Values) => Partial<Values>;
  /** True where the values are a person's name or number: they are held under guard until consent. */
  holdsPersonal: (values: Values, asked: string | undefined) => boolean;
  /** All slots are filled. `again` reopens the form to change something. */
  finish: (turn: ChatTurn, values: Values) => Promise<void>;
}>;

export type Slot<Values> = Readonly<{
  name: string;
  /** What `channelData.expects` says while this slot is asked. */
  expects: string;
  /** Keys that a step back clears. */
  fills: readonly (keyof Values)[];
  wanted: (values: Values) => boolean;
  ask: (turn: ChatTurn, values: Values) => Prompt;
  read: (turn: ChatTurn, values: Values) => SlotReading<Values>;
  /** What "bỏ qua" or "không biết" leaves; undefined where there is no way on without an answer. */
  skip?: (turn: ChatTurn, values: Values) => Partial<Values> | undefined;
  /** How people name it when they change it ("mức đóng", "tuổi"), matched against the unmarked words that name it. */
  named?: RegExp;
  /**
   * Reads the value that a correction gives, where that is told otherwise than in answer to the question: `values` still hold the
   * old one, `name` is how it was named.
   */
  corrected?: (turn: ChatTurn, values: Values, name: string) => SlotReading<Values>;
  /** Says, under `missing` in the sentences, what is still missing when the citizen comes back after a while. */
  missing?: string;
  /** Free text: a message that is a question to us is looked at as a question first. */
  freeText?: boolean;
  /** Its buttons count only while it is asked: nobody agrees to what is not before them. */
  onlyWhenAsked?: true;
  /** A yes or a name may be the answer: "dung" without accents is then "đúng" or the name Dung, not "dừng". */
  takesDung?: boolean;
}>;

export type Prompt = Readonly<{
  text: string;
  choices: readonly ChoiceButton[];
  /** The own telephone number is an answer, too: channels that can share it offer that. */
  sharesPhone?: boolean;
}>;

export type SlotReading<Values> =
  | Readonly<{ status: 'filled'; values: Partial<Values> }>
  /** `hint` says what was understood, what is wrong with it, and gives an example. */
  | Readonly<{ status: 'missed'; hint: string }>
  /** The citizen refuses what the form is for: it ends, and what it held is erased. */
  | Readonly<{ status: 'refused' }>;
