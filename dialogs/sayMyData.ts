import type { ChatTurn } from './ChatTurn.js';
import { withinSentence } from './forms/withinSentence.js';
import { summariseEstimate } from './sayEstimate.js';
import { factTexts } from './told/sayNoted.js';

/** Everything this conversation keeps of the citizen, and how to have it deleted. */
export async function sayMyData(turn: ChatTurn): Promise<void> {
  const { told, lead, family, place } = turn.memory;
  const facts = factTexts(turn, told);
  const [estimate] = summariseEstimate(turn)?.summary ?? [];
  const others = family.filter(({ person }) => person !== 'self').length;
  const lines = [
    ...(facts.length === 0 ? [] : [turn.t('my_data.facts', { facts: facts.join(', ') })]),
    ...(place === undefined
      ? []
      : [
          turn.t('my_data.place', {
            commune: withinSentence(place.commune),
            province: withinSentence(place.province),
          }),
        ]),
    ...(estimate === undefined ? [] : [turn.t('my_data.estimate', { estimate })]),
    ...(others === 0 ? [] : [turn.t('my_data.family', { others })]),
    ...(lead === undefined ? [] : [turn.t('my_data.lead', { reference: lead })]),
  ].map((line) => `- ${line}`);
  const known = lines.length === 0 ? [turn.t('my_data.nothing')] : [turn.t('my_data.known'), ...lines];
  await turn.sayAll([known.join('\n'), turn.t('my_data.rights')], {
    choices: [
      ...(lines.length === 0 ? [] : [turn.button('delete_data')]),
      turn.button('ask_more'),
      turn.hotlineButton,
    ],
  });
}
