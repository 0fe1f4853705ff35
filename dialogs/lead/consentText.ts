import type { ConsentGiven } from '../../src/leads/index.js';
import type { ChatTurn } from '../ChatTurn.js';

/** Rises with every change of the words of a purpose, which are stored with each consent too. */
const versions = { call: '2026-11-22', reminder: '2026-11-22' } as const;

/** What the citizen is asked to agree to; without the summary: name and number stand in the lead only, where they are sealed. */
export function consentText(turn: ChatTurn, purpose: keyof typeof versions): ConsentGiven {
  const text = purpose === 'call' ? turn.t('lead.consent') : turn.t('lead.consent_reminder');
  return {
    textVersion: versions[purpose],
    text: text.replaceAll('**', ''),
    locale: turn.memory.locale,
  };
}
