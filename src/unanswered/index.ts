/** Questions that got no answer, kept for whoever writes the answers. Nothing in it says who asked. */
export { expireHourly } from './expireHourly.js';
export { groupByLikeness, type UnansweredGroup } from './groupByLikeness.js';
export {
  expireUnanswered,
  insertUnanswered,
  newUnansweredId,
  readUnanswered,
  removeUnanswered,
  type Period,
} from './keepUnanswered.js';
export { maskQuestion } from './maskQuestion.js';
export {
  unansweredOutcomes,
  type KeptQuestion,
  type UnansweredOutcome,
  type UnansweredQuestion,
} from './Unanswered.js';
