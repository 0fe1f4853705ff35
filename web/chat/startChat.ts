import { readActivitySet, type Activity, type ActivitySet } from './activity.js';
import { ActivityStream } from './ActivityStream.js';
import { readBoot } from './boot.js';
import { Choices } from './Choices.js';
import { Composer } from './Composer.js';
import { copyText } from './copyText.js';
import { Dictation } from './Dictation.js';
import { DirectLine } from './DirectLine.js';
import { find } from './dom.js';
import { installWorker } from './installWorker.js';
import { textField } from './json.js';
import { KeptCopy } from './KeptCopy.js';
import { newId } from './newId.js';
import { Outbox, unsentMessages, type Outgoing } from './Outbox.js';
import { ReadAloud } from './ReadAloud.js';
import { ReplyWatch } from './ReplyWatch.js';
import { Scroller } from './Scroller.js';
import { recall, remember, rememberNothing } from './sessionMemory.js';
import { Settings } from './Settings.js';
import { SharedDevice } from './SharedDevice.js';
import { Transcript } from './Transcript.js';

const restMs = 5 * 60_000;
const awayMs = 30_000;
const firstRetryMs = 2_000;
const longestRetryMs = 30_000;
const quietMs = 3_000;
const draftKey = 'an-sinh.draft';
/** Goes with everything else that is forgotten: a page gone back to tells by it that it may no longer show what it holds. */
const openKey = 'an-sinh.open';

/** Takes over the page that the server wrote, or that the device kept. */
export function startChat(): void {
  const boot = readBoot();
  const { words } = boot;
  const isShared = boot.sharedS !== undefined;
  const log = find('log', HTMLElement);
  const banner = find('banner', HTMLElement);
  const status = find('status', HTMLElement);
  let weak = false;
  let hiddenAt = Infinity;
  let rest: number | undefined;
  /** A page from the device that has not heard from the server yet. */
  let isCut = boot.shell === true;
  let retryMs = firstRetryMs;
  let retry: number | undefined;
  /** The page of a newcomer already shows the greeting that the new conversation begins with. */
  let greetingToSkip = boot.conversationId === undefined;
  /** An officer answers, or is waited for: nobody types for us at once. */
  let personAnswers = false;
  if (isShared) rememberNothing();

  const scroller = new Scroller(log);
  const replies = new ReplyWatch(words, say, () => scroller.keep());
  const transcript = new Transcript(log, boot.hotline, words, (id) => outbox.resend(id));
  const kept = new KeptCopy(words, isShared);
  const choices = new Choices(find('choices', HTMLElement), ({ title, value }) => send(value, title));
  const directLine = new DirectLine(boot, opened, replaced);
  const stream = new ActivityStream(directLine, { deliver, trouble });
  const composer = new Composer(
    words,
    (text) => send(text),
    () => stream.wake(),
    say,
  );
  const outbox = new Outbox(directLine, {
    changed: (message, state) => {
      transcript.setState(message.id, state);
      if (state === 'sending' && !personAnswers) replies.expect();
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
    remember(openKey, true);
    if (boot.conversationId !== undefined) stream.start(boot.streamUrl);
    if (isCut) showKept();
    for (const message of unsentMessages()) dispatch(message);
    listen();
    showNetwork();
    new Settings(isShared);
    new ReadAloud(log, words, boot.locale);
    new Dictation(composer, words, boot.locale === 'vi' ? 'vi-VN' : boot.locale);
    if (boot.sharedS !== undefined) {
      new SharedDevice(boot.sharedS * 1000, () => directLine.hasConversation);
    } else if (boot.conversationId !== undefined) {
      kept.recall();
      kept.begin(boot.conversationId);
      installWorker(boot.locale);
      if (kept.isEmpty) window.setTimeout(() => void keepAll(), quietMs);
    } else if (!isCut) kept.clear();
    if (isCut) void takeUp();
  }

  /** What was said on this device, until the server tells what there is. */
  function showKept(): void {
    const activities = kept.recall();
    if (activities.length === 0) return;
    transcript.reset();
    greetingToSkip = false;
    for (const activity of activities) show(activity);
    scroller.open();
  }

  /** Asks for the conversation of this device; without an answer once more, later and later. */
  async function takeUp(): Promise<void> {
    clearTimeout(retry);
    if (!isCut || !navigator.onLine) return;
    const outcome = await directLine.takeUp();
    if (!isCut) return;
    if (outcome.kind !== 'ok') {
      retry = window.setTimeout(() => void takeUp(), retryMs);
      retryMs = Math.min(longestRetryMs, retryMs * 2);
      return;
    }
    isCut = false;
    showNetwork();
    if (outcome.body === undefined) return noConversation();
    const wasFollowed = log.querySelector('.message.user') !== null;
    kept.renew(textField(outcome.body, 'conversationId'));
    transcript.reset();
    greetingToSkip = false;
    choices.clear();
    deliver(readActivitySet(outcome.body));
    if (!wasFollowed) scroller.open();
    stream.start(textField(outcome.body, 'streamUrl'));
    installWorker(boot.locale);
  }

  /** Nothing of this device is known any more: the greeting as it was, and no trace of what the device kept. */
  function noConversation(): void {
    const showedKept = kept.recall().length > 0;
    kept.clear();
    if (showedKept && !directLine.hasConversation) location.reload();
  }

  /** A page that the server wrote brings no copy of what it shows. */
  async function keepAll(): Promise<void> {
    const outcome = await directLine.readAll();
    if (outcome.kind !== 'ok') return;
    for (const activity of readActivitySet(outcome.body).activities) kept.add(activity);
  }

  function send(text: string, title = text): void {
    choices.clear();
    composer.expect(undefined);
    dispatch({ id: newId(), text, title });
    scroller.toNewest();
  }

  function dispatch(message: Outgoing): void {
    transcript.addOwn(message);
    if (!personAnswers) replies.expect();
    outbox.add(message);
  }

  /** Takes activities from the stream or a poll; each counts once, whichever way and however often it comes. */
  function deliver({ activities }: ActivitySet): number {
    let count = 0;
    for (const activity of activities) {
      if (activity.type === 'typing' && activity.role === 'bot') replies.typing();
      // Also what this page sent and already knows by its id: the copy has it from here.
      kept.add(activity);
      if (activity.type !== 'message' || !transcript.isNew(activity.id)) continue;
      count += 1;
      if (
        activity.role === 'user' &&
        activity.clientId !== undefined &&
        transcript.isOwn(activity.clientId)
      ) {
        outbox.acknowledge(activity.clientId);
        continue;
      }
      if (greetingToSkip && activity.kind === 'greeting' && transcript.hasGreeting) {
        greetingToSkip = false;
        continue;
      }
      if (activity.role === 'bot') replies.stop();
      show(activity);
      scroller.grown();
    }
    return count;
  }

  function show(activity: Activity): void {
    transcript.isNew(activity.id);
    if (activity.role === 'bot') {
      personAnswers = activity.kind === 'person' || activity.kind === 'officer';
      choices.show(activity.choices);
      composer.expect(activity.expects);
    } else {
      // Written in another tab: it answers the choices here as well.
      choices.clear();
    }
    if (activity.text.trim() !== '' || activity.reference !== undefined) transcript.add(activity);
  }

  function opened(streamUrl: string | undefined, conversationId: string): void {
    isCut = false;
    kept.begin(conversationId);
    stream.start(streamUrl);
    if (!isShared) installWorker(boot.locale);
  }

  /** The conversation of this page is gone (forgotten in another tab): show what there is now, and keep what was unsent. */
  function replaced(): void {
    const unsent = outbox.clear()[0];
    kept.clear();
    remember(draftKey, unsent?.text);
    location.reload();
  }

  function listen(): void {
    window.addEventListener('online', () => {
      showNetwork();
      void takeUp();
      stream.restart();
      outbox.resume();
    });
    window.addEventListener('offline', showNetwork);
    window.addEventListener('focus', () => stream.wake());
    window.addEventListener('pageshow', (event) => {
      if (!event.persisted) return;
      // Gone back to: on a shared device, or after a forgetting, the server has to say what may still be seen.
      if (isShared || recall(openKey) !== true) location.reload();
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
    const text = !navigator.onLine
      ? words('offline')
      : isCut
        ? words('kept')
        : weak
          ? words('reconnecting')
          : '';
    if (banner.textContent !== text) banner.textContent = text;
  }

  /** For screen readers only. */
  function say(text: string): void {
    status.textContent = text;
  }
}
