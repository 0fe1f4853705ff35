import { pictureSize, type ChatPicture } from '../../src/http/page/guidePicture.js';
import { localTime } from '../../src/http/page/localTime.js';
import { parseText } from '../../src/http/page/parseText.js';
import type { Words } from './boot.js';
import { buildBlocks } from './buildBlocks.js';
import { create } from './dom.js';
import type { Outgoing, SendState } from './Outbox.js';

export interface Incoming {
  readonly id: string | undefined;
  readonly role: 'user' | 'bot';
  readonly text: string;
  readonly at: string | undefined;
  readonly reference: string | undefined;
  readonly picture: ChatPicture | undefined;
}

/** What a message shows; of our own only the text and the time are known. */
type Shown = Pick<Incoming, 'role' | 'text' | 'at'> & Partial<Incoming>;

/** The log of messages: goes on where the server's rendering (renderTranscript) stopped, with the same elements. */
export class Transcript {
  private readonly seen = new Set<string>();
  private readonly own = new Map<string, HTMLElement>();

  constructor(
    private readonly log: HTMLElement,
    private readonly hotline: string,
    private readonly words: Words,
    private readonly onResend: (id: string) => void,
  ) {
    for (const message of log.querySelectorAll<HTMLElement>('.message'))
      this.seen.add(message.dataset.id ?? '');
    for (const button of log.querySelectorAll<HTMLElement>('.copy')) button.hidden = false;
  }

  get hasGreeting(): boolean {
    return this.log.querySelector('.message.bot') !== null;
  }

  /** Empties the log for what the server is about to tell; what it has not seen yet stays. */
  reset(): void {
    this.seen.clear();
    const unsent = new Set<Element>();
    for (const [id, message] of this.own) {
      if (isUnsent(message)) unsent.add(message);
      else this.own.delete(id);
    }
    for (const child of [...this.log.children]) if (!unsent.has(child)) child.remove();
  }

  /** True the first time an activity id is met. */
  isNew(id: string | undefined): boolean {
    if (id === undefined) return true;
    if (this.seen.has(id)) return false;
    this.seen.add(id);
    return true;
  }

  /** Whether this page sent the message with this clientActivityID. */
  isOwn(id: string): boolean {
    return this.own.has(id);
  }

  /** Shows what the citizen just wrote or chose, as on its way. */
  addOwn(outgoing: Outgoing): void {
    const message = this.build({ role: 'user', text: outgoing.title, at: new Date().toISOString() });
    this.own.set(outgoing.id, message);
    this.place(message, null);
    this.setState(outgoing.id, 'sending');
  }

  add(incoming: Incoming): void {
    const message = this.build(incoming);
    if (incoming.role === 'user') message.dataset.state = 'sent';
    // A reply belongs above messages of ours that the server has not seen yet.
    this.place(message, this.firstUnsent());
  }

  setState(id: string, state: SendState): void {
    const message = this.own.get(id);
    const label = message?.querySelector('.state');
    if (message === undefined || label === null || label === undefined) return;
    message.dataset.state = state;
    label.textContent = this.words(state);
    for (const old of message.querySelectorAll('.resend, .answers')) old.remove();
    if (state === 'busy' || state === 'failed') label.after(this.buildAnswersLink());
    if (state !== 'failed') return;
    const button = create('button', 'resend', this.words('resend'));
    button.type = 'button';
    button.onclick = () => this.onResend(id);
    label.after(button);
  }

  /** What can be read while messages can't be taken. */
  private buildAnswersLink(): HTMLElement {
    const link = create('a', 'answers', this.words('answers'));
    link.href = '/answers';
    return link;
  }

  /** The server gave our message its activity id. If the log already shows it (a reload in between), one is enough. */
  settle(id: string, activityId: string | undefined): void {
    if (this.isNew(activityId)) return;
    const shown = [...this.log.querySelectorAll<HTMLElement>('.message')].some(
      (one) => one.dataset.id === activityId,
    );
    if (shown) this.own.get(id)?.remove();
  }

  private build({ role, text, at, reference, picture }: Shown): HTMLElement {
    const message = create('div', `message ${role}`);
    const bubble = message.appendChild(create('div', 'bubble'));
    bubble.append(create('span', 'hidden', `${this.words(role === 'user' ? 'userSays' : 'botSays')} `));
    if (role === 'user') bubble.append(create('p', '', text));
    else bubble.append(buildBlocks(parseText(text, this.hotline)));
    if (picture !== undefined) bubble.append(buildPicture(picture));
    if (reference !== undefined) bubble.append(this.buildCopy(reference));
    const meta = message.appendChild(create('div', 'meta'));
    meta.setAttribute('aria-live', 'off');
    if (role === 'user') meta.append(create('span', 'state', this.words('sent')));
    const time = localTime(at);
    if (time !== null) {
      const clock = meta.appendChild(create('time', '', time.time));
      clock.dateTime = at ?? '';
      clock.dataset.day = time.day;
    }
    return message;
  }

  private buildCopy(code: string): HTMLElement {
    const button = create('button', 'copy', this.words('copyCode', code));
    button.type = 'button';
    button.dataset.code = code;
    return button;
  }

  private place(message: HTMLElement, before: Element | null): void {
    const previous = before === null ? this.log.lastElementChild : before.previousElementSibling;
    const day = dayOf(message);
    const previousDay = dayOf(previous);
    if (day !== undefined && previousDay !== undefined && day !== previousDay) {
      this.log.insertBefore(create('p', 'day', day.split('-').reverse().join('/')), before);
    }
    this.log.insertBefore(message, before);
    joinRun(previous);
    joinRun(message);
  }

  private firstUnsent(): Element | null {
    let first: Element | null = null;
    for (let one = this.log.lastElementChild; isUnsent(one); one = one.previousElementSibling) first = one;
    return first;
  }
}

/** Its place is kept before it is loaded, so that nothing jumps. */
function buildPicture({ src, alt }: ChatPicture): HTMLElement {
  const image = create('img', 'picture');
  image.alt = alt;
  image.width = pictureSize.width;
  image.height = pictureSize.height;
  image.loading = 'lazy';
  image.src = src;
  return image;
}

function isUnsent(element: Element | null): element is HTMLElement {
  return (
    element instanceof HTMLElement &&
    ['sending', 'waiting', 'busy', 'failed'].includes(element.dataset.state ?? '')
  );
}

function dayOf(element: Element | null): string | undefined {
  return element?.querySelector<HTMLElement>('time')?.dataset.day;
}

/** Messages of one side that follow each other stand close together, with the time under the last. */
function joinRun(element: Element | null): void {
  if (element === null) return;
  const side = element.classList.contains('user') ? 'user' : 'bot';
  element.classList.toggle('run', element.nextElementSibling?.classList.contains(side) ?? false);
}
