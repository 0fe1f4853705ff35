import { readCommand, wishesAssistant } from '../../language/index.js';
import type { HandlingState } from '../../records/index.js';
import type { HandlingEvent } from './handlingTable.js';

/** What a citizen's message means for who answers. Only where officers are at work does asking for a person call one. */
export function readHandlingEvent(
  text: string,
  state: HandlingState,
  officersAtWork: boolean,
): Extract<HandlingEvent, 'citizen_wrote' | 'citizen_asked_person' | 'citizen_asked_bot'> {
  const isWaited = state === 'waiting';
  if ((isWaited || state === 'officer') && wishesAssistant(text)) return 'citizen_asked_bot';
  const command = readCommand(text);
  if (command.status === 'none') return 'citizen_wrote';
  const { value } = command;
  if (value === 'person' && (isWaited || officersAtWork)) return 'citizen_asked_person';
  // With an officer these are words of the talk; who only waits stops waiting.
  if (isWaited && (value === 'cancel' || value === 'back' || value === 'restart')) return 'citizen_asked_bot';
  return 'citizen_wrote';
}
