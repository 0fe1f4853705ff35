/** What a citizen types and what must come back; figures to the đồng, the words around them may change. */
export type Turn = Readonly<{
  say: string;
  /** Texts or patterns that the replies contain, taken together. A blank stands for any space. */
  has?: readonly (string | RegExp)[];
  lacks?: readonly (string | RegExp)[];
  /** Buttons that are offered, among others. */
  buttons?: readonly string[];
  /** `channelData.expects` of the last reply; null: nothing particular is asked. Not looked at when left out. */
  expects?: string | null;
  /** The replies carry the reference of an estimate, and these figures stand behind it. */
  estimate?: Readonly<Record<string, unknown>>;
  /** The file of the one picture that comes; not looked at when left out. */
  picture?: string;
  /** What the page under the link in the replies shows. */
  page?: readonly string[];
  /** A lead's reference is given in this turn. */
  lead?: true;
  /** The language of every reply. */
  locale?: 'vi' | 'en';
}>;

export type Conversation = Readonly<{
  title: string;
  /** The day on which it is held in Vietnam; 2026-11-21 when left out. */
  day?: '2026-12-31' | '2027-01-01';
  /** The language that the citizen's client speaks. */
  client?: 'en-US';
  turns: readonly Turn[];
}>;
