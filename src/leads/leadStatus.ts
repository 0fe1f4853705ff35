import type { LeadStatus } from '../records/index.js';

/** Every status a lead can have, in the order of the work. */
export const leadStatuses = [
  'new',
  'contacted',
  'no_answer',
  'appointment',
  'enrolled',
  'declined',
  'invalid',
  'withdrawn',
] as const satisfies readonly LeadStatus[];

const transitions: Readonly<Record<LeadStatus, readonly LeadStatus[]>> = {
  new: ['contacted', 'no_answer', 'appointment', 'enrolled', 'declined', 'invalid'],
  no_answer: ['contacted', 'no_answer', 'appointment', 'enrolled', 'declined', 'invalid'],
  contacted: ['appointment', 'no_answer', 'enrolled', 'declined', 'invalid'],
  appointment: ['contacted', 'appointment', 'no_answer', 'enrolled', 'declined', 'invalid'],
  // A slip of the finger, or a change of mind: the way back is open.
  enrolled: ['contacted'],
  declined: ['contacted', 'appointment', 'enrolled'],
  invalid: ['contacted'],
  // Only the citizen withdraws, and only a new consent makes a new lead.
  withdrawn: [],
};

/** The statuses to which an officer may move a lead from `status`. */
export function allowedStatuses(status: LeadStatus): readonly LeadStatus[] {
  return transitions[status];
}

/** Statuses that end the work without success and need a reason. */
export function needsNote(status: LeadStatus): boolean {
  return status === 'declined' || status === 'invalid';
}
