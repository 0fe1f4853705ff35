import type { Outcome } from '../../../src/policy/index.js';
import { benefits } from './benefits.js';
import { comparisons } from './comparison.js';
import { contributions } from './contributions.js';
import { participations } from './participation.js';
import { healthCards } from './healthCards.js';
import { pensions } from './pensions.js';
import { plans } from './plans.js';
import { refunds } from './refund.js';
import { schedules } from './schedule.js';

/** Outcomes that together reach every code that the rules can answer. */
export const outcomesByKind: Readonly<Record<string, readonly Outcome<unknown>[]>> = {
  benefits,
  healthCards,
  comparisons,
  contributions,
  participations,
  pensions,
  plans,
  refunds,
  schedules,
};
export const outcomes: readonly Outcome<unknown>[] = Object.values(outcomesByKind).flat();
