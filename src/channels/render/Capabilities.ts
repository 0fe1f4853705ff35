/** What a platform can show and allows. Every figure has its source in the adapter that states it. */
export type Capabilities = Readonly<{
  /** The most characters of one message, in UTF-16 units. */
  textLimit: number;
  /** How bold is written; `plain` knows no markup at all. */
  markup: 'markdown' | 'html' | 'plain';
  /** Undefined: no buttons, choices are numbered. */
  buttons: Buttons | undefined;
  /** After the person's last message this long anything may be said; undefined: always. */
  windowMs: number | undefined;
  /** So long of that it costs nothing; left out: nothing costs. */
  freeMs?: number;
  /** How long a sign of typing shows; undefined: there is none. */
  typingMs: number | undefined;
  /** Calls a second that the platform lets one sender make. */
  perSecond: number;
}>;

export type Buttons = Readonly<{
  most: number;
  /** The most characters of a title. */
  titleLimit: number;
  /** Addresses that a button can open; others stand in the text. */
  opens: readonly ('https:' | 'tel:')[];
}>;

/** A channel that shows text and nothing else: an SMS, a screen reader's line, a platform not known yet. */
export const plainTextOnly: Capabilities = {
  textLimit: 2_000,
  markup: 'plain',
  buttons: undefined,
  windowMs: undefined,
  typingMs: undefined,
  perSecond: 10,
};
