import type { HandlingState } from '../../records/index.js';

/**
 * What happens to who answers a conversation.
 * `citizen_wrote`: anything but the following two. `citizen_asked_person`: "gặp người" while officers are at work.
 * `citizen_asked_bot`: the citizen wants the assistant back. `officer_took_over`: an officer who doesn't hold it yet.
 * `officer_wrote`, `officer_handed_back`: the officer who holds it. `office_spoke`: somebody answered by the platform's own tool.
 * `time_ran_out`: nobody came, or the officer said nothing more. `citizen_left`: blocked us, or took consent back.
 */
export const handlingEvents = [
  'citizen_wrote',
  'citizen_asked_person',
  'citizen_asked_bot',
  'officer_took_over',
  'officer_wrote',
  'officer_handed_back',
  'office_spoke',
  'time_ran_out',
  'citizen_left',
] as const;
export type HandlingEvent = (typeof handlingEvents)[number];

export const handlingStates = [
  'bot',
  'waiting',
  'officer',
  'timed_out',
] as const satisfies readonly HandlingState[];

/** What the citizen is told, `locales/<locale>/handling.json`. */
export type HandlingNotice =
  | 'waiting'
  | 'still_waiting'
  | 'officer_joined'
  | 'officer_changed'
  | 'bot_back'
  | 'nobody_came'
  | 'officer_gone';

/**
 * What follows from an event. `bot`: whether the assistant answers the message that the event is; on other events it has nothing
 * to answer. `clock`: `start` counts anew until `time_ran_out`, `keep` lets it run, `stop` ends it.
 * `refused`: the event can't happen there; nothing changes.
 */
export type Handled =
  | Readonly<{
      to: HandlingState;
      bot: 'answers' | 'silent';
      clock: 'start' | 'keep' | 'stop';
      tells?: HandlingNotice;
    }>
  | Readonly<{ refused: 'not_held' }>;

const botAnswers = { to: 'bot', bot: 'answers', clock: 'stop' } as const;
const botReturns = { to: 'bot', bot: 'silent', clock: 'stop', tells: 'bot_back' } as const;
const botIsThere = { to: 'bot', bot: 'silent', clock: 'stop' } as const;
const waits = { to: 'waiting', bot: 'silent', clock: 'start', tells: 'waiting' } as const;
const joins = { to: 'officer', bot: 'silent', clock: 'start', tells: 'officer_joined' } as const;
const officerSpeaks = { to: 'officer', bot: 'silent', clock: 'start' } as const;
const officerListens = { to: 'officer', bot: 'silent', clock: 'keep' } as const;
const notHeld = { refused: 'not_held' } as const;

/** Every event in every state. */
export const handlingTable: Readonly<Record<HandlingState, Readonly<Record<HandlingEvent, Handled>>>> = {
  bot: {
    citizen_wrote: botAnswers,
    citizen_asked_person: waits,
    citizen_asked_bot: botAnswers,
    officer_took_over: joins,
    officer_wrote: notHeld,
    officer_handed_back: notHeld,
    office_spoke: officerSpeaks,
    time_ran_out: botIsThere,
    citizen_left: botIsThere,
  },
  waiting: {
    citizen_wrote: { to: 'waiting', bot: 'silent', clock: 'keep' },
    citizen_asked_person: { to: 'waiting', bot: 'silent', clock: 'keep', tells: 'still_waiting' },
    citizen_asked_bot: botReturns,
    officer_took_over: joins,
    officer_wrote: notHeld,
    officer_handed_back: notHeld,
    office_spoke: officerSpeaks,
    time_ran_out: { to: 'timed_out', bot: 'silent', clock: 'stop', tells: 'nobody_came' },
    citizen_left: botIsThere,
  },
  officer: {
    citizen_wrote: officerListens,
    citizen_asked_person: officerListens,
    citizen_asked_bot: botReturns,
    officer_took_over: { ...joins, tells: 'officer_changed' },
    officer_wrote: officerSpeaks,
    officer_handed_back: botReturns,
    office_spoke: officerSpeaks,
    time_ran_out: { to: 'timed_out', bot: 'silent', clock: 'stop', tells: 'officer_gone' },
    citizen_left: botIsThere,
  },
  // The bot is back, and officers still see that nobody answered.
  timed_out: {
    citizen_wrote: botAnswers,
    citizen_asked_person: waits,
    citizen_asked_bot: botAnswers,
    officer_took_over: joins,
    officer_wrote: notHeld,
    officer_handed_back: notHeld,
    office_spoke: officerSpeaks,
    time_ran_out: { to: 'timed_out', bot: 'silent', clock: 'stop' },
    citizen_left: botIsThere,
  },
};

/** How long somebody waits for an officer, and how long an officer may say nothing, before the bot comes back. */
export const clockMs: Readonly<Record<'waiting' | 'officer', number>> = {
  waiting: 5 * 60 * 1000,
  officer: 30 * 60 * 1000,
};

/** When the clock ends that an event started; what ran goes on with `keep`; null for none. */
export function endOfClock(
  handled: Exclude<Handled, { refused: string }>,
  running: number | null,
  at: number,
): number | null {
  if (handled.clock === 'keep') return running;
  if (handled.clock === 'stop' || handled.to === 'bot' || handled.to === 'timed_out') return null;
  return at + clockMs[handled.to];
}
