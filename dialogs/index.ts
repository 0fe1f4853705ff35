export { createBot, forgetEvent, interruptEvent, type Bot } from './bot.js';
export { greetingOf } from './greeting.js';
export type { LeadDesk, PersonalData, TurnScope, UnansweredDesk } from './TurnScope.js';
