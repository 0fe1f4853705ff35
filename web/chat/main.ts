import './chat.css';
import type { ActivitySet } from './activity.js';
import { ActivityStream } from './ActivityStream.js';
import { readBoot } from './boot.js';
import { Choices } from './Choices.js';
import { Composer } from './Composer.js';
import { copyText } from './copyText.js';
import { DirectLine } from './DirectLine.js';
import { find } from './dom.js';
import { newId } from './newId.js';
import { Outbox, unsentMessages, type Outgoing } from './Outbox.js';
import { ReplyWatch } from './ReplyWatch.js';
import { Scroller } from './Scroller.js';
import { recall, remember } from './sessionMemory.js';
import { Transcript } from './Transcript.js';

const restMs = 5 * 60_000;
const awayMs = 30_000;
const draftKey = 'an-sinh.draft';

const boot = readBoot();
const { words } = boot;
const log = find('log', HTMLElement);
const banner = find('banner', HTMLElement);
const forget = find('forget', HTMLDetailsElement);
const status = find('status', HTMLElement);
let weak = false;
let forgotten = false;
let hiddenAt = Infinity;
let rest: number | undefined;
/** The page of a newcomer already shows the greeting that the new conversation begins with. */
let greetingToSkip = boot.conversationId === undefined;

const scroller = new Scroller(log);
const replies = new ReplyWatch(words, say, () => scroller.keep());
const transcript = new Transcript(log, boot.hotline, words, (id) => outbox.resend(id));
const choices = new Choices(find('choices', HTMLElement), ({ title, value }) => send(value, title));
const directLine = new DirectLine(boot, opened, replaced);
const stream = new ActivityStream(directLine, { deliver, trouble });
const composer = new Composer(
  words,
  (text) => send(text),
  () => stream.wake(),
);
const outbox = new Outbox(directLine, {
  changed: (message, state) => {
    transcript.setState(message.id, state);
    if (state === 'sending') replies.expect();
    if (state === 'waiting' || state === 'failed') replies.stop();
    if (state === 'failed') say(words('failed'));
    if (state !== 'sent') scroller.keep();
  },
  accepted: (message, activityId) => {
    transcript.settle(message.id, activityId);
    if (replies.isAwaited) stream.expectReply(() => replies.isAwaited);
  },
});

start();

function start(): void {
  if (log.querySelector('.message.user') !== null) scroller.open();
  const draft = recall(draftKey);
  if (typeof draft === 'string') composer.suggest(draft);
  remember(draftKey, undefined);
  if (boot.conversationId !== undefined) stream.start(boot.streamUrl);
  for (const message of unsentMessages()) dispatch(message);
  listen();
  showNetwork();
}

function send(text: string, title = text): void {
  choices.clear();
  composer.expect(undefined);
  dispatch({ id: newId(), text, title });
  scroller.toNewest();
}

function dispatch(message: Outgoing): void {
  transcript.addOwn(message);
  replies.expect();
  outbox.add(message);
}

/** Takes activities from the stream or a poll; each counts once, whichever way and however often it comes. */
function deliver({ activities }: ActivitySet): number {
  let count = 0;
  for (const activity of activities) {
    if (activity.type === 'typing' && activity.role === 'bot') replies.typing();
    if (activity.type !== 'message' || !transcript.isNew(activity.id)) continue;
    count += 1;
    if (activity.role === 'user') {
      if (activity.clientId !== undefined && transcript.isOwn(activity.clientId)) {
        outbox.acknowledge(activity.clientId);
        continue;
      }
      // Written in another tab: it answers the choices here as well.
      choices.clear();
    } else {
      if (greetingToSkip && activity.kind === 'greeting' && transcript.hasGreeting) {
        greetingToSkip = false;
        continue;
      }
      replies.stop();
      choices.show(activity.choices);
      composer.expect(activity.expects);
    }
    if (activity.text.trim() !== '' || activity.reference !== undefined) transcript.add(activity);
    scroller.grown();
  }
  return count;
}

function opened(streamUrl: string | undefined): void {
  forget.hidden = false;
  stream.start(streamUrl);
}

/** The conversation of this page is gone (forgotten in another tab): show what there is now, and keep what was unsent. */
function replaced(): void {
  const unsent = outbox.clear()[0];
  remember(draftKey, unsent?.text);
  location.reload();
}

function listen(): void {
  window.addEventListener('online', () => {
    showNetwork();
    stream.restart();
    outbox.resume();
  });
  window.addEventListener('offline', showNetwork);
  window.addEventListener('focus', () => stream.wake());
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    if (forgotten) location.reload();
    else stream.restart();
  });
  document.addEventListener('visibilitychange', () => {
    clearTimeout(rest);
    if (document.hidden) {
      hiddenAt = Date.now();
      rest = window.setTimeout(() => stream.sleep(), restMs);
    } else if (Date.now() - hiddenAt > awayMs) stream.restart();
    else stream.wake();
  });
  window.setInterval(() => {
    if (!document.hidden && navigator.onLine) void directLine.keepFresh();
  }, 60_000);
  log.addEventListener('click', (event) => {
    const button = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.copy') : null;
    if (button !== null) void copy(button);
  });
  forget.addEventListener('toggle', () => forget.open && forget.scrollIntoView());
  forget.addEventListener('submit', () => {
    forgotten = true;
    outbox.clear();
    stream.sleep();
  });
}

async function copy(button: HTMLElement): Promise<void> {
  if (!(await copyText(button.dataset.code ?? ''))) return;
  const label = button.textContent;
  if (label === words('copied')) return;
  button.textContent = words('copied');
  say(words('copied'));
  window.setTimeout(() => {
    button.textContent = label;
  }, 2000);
}

function trouble(present: boolean): void {
  weak = present;
  showNetwork();
}

function showNetwork(): void {
  const text = !navigator.onLine ? words('offline') : weak ? words('reconnecting') : '';
  if (banner.textContent !== text) banner.textContent = text;
}

/** For screen readers only. */
function say(text: string): void {
  status.textContent = text;
}
