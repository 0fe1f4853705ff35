import { formatDate } from '../../src/i18n/index.js';
import { formatPhone } from '../../src/leads/index.js';
import type { Place } from '../../src/localities/index.js';
import type { ChatTurn, ChoiceButton } from '../ChatTurn.js';
import { withinSentence } from '../forms/withinSentence.js';
import { officeOf } from './officeOf.js';
import type { PlaceValues } from './placeValues.js';

const mostPlaces = 3;
const mostCalls = 2;
/** After this an address is told with the advice to call before going there. */
const freshForMs = 365 * 24 * 60 * 60 * 1000;

/** Up to three places where contributions are taken in a commune; says so plainly where none is known. */
export async function sayCollection(turn: ChatTurn, values: PlaceValues): Promise<void> {
  const { commune = '', province = '', communeCode } = values;
  turn.memory.place = { commune, province, communeCode };
  turn.memory.misses = 0;
  const places =
    communeCode === undefined
      ? []
      : turn.scope.localities.places.collecting(communeCode).slice(0, mostPlaces);
  if (places.length === 0) return sayNone(turn, values);
  const where = withinSentence(commune);
  const texts = places.map((place, at) => {
    const lines = describe(turn, place);
    return at === 0 ? `${turn.t('collection.here', { commune: where })}\n\n${lines}` : lines;
  });
  await turn.sayAll(texts, {
    choices: [...callButtons(turn, places), turn.button('call_me'), turn.button('another_commune')],
  });
}

async function sayNone(turn: ChatTurn, values: PlaceValues): Promise<void> {
  const office = officeOf(turn, values);
  await turn.say({
    text: turn.t('collection.none', {
      commune: withinSentence(values.commune ?? ''),
      office: office.name,
      phone: office.phone,
    }),
    choices: [turn.button('call_me'), turn.hotlineButton, turn.button('another_commune')],
  });
}

function describe(turn: ChatTurn, { name, address, phone, hours, checkedOn }: Place): string {
  const isFresh = turn.scope.now.getTime() - Date.parse(checkedOn) < freshForMs;
  return [
    `**${name}**`,
    turn.t('collection.address', { address }),
    ...(hours === undefined ? [] : [turn.t('collection.hours', { hours })]),
    ...(phone === undefined ? [] : [turn.t('collection.phone', { phone: formatPhone(phone) })]),
    turn.t(isFresh ? 'collection.checked' : 'collection.checked_long_ago', { date: formatDate(checkedOn) }),
  ].join('\n');
}

function callButtons(turn: ChatTurn, places: readonly Place[]): readonly ChoiceButton[] {
  const phones = [...new Set(places.flatMap(({ phone }) => phone ?? []))].slice(0, mostCalls);
  return phones.map((phone) => ({
    title: turn.t('button.call_place', { phone: formatPhone(phone) }),
    link: `tel:${phone.replace(/[^\d+]/g, '')}`,
  }));
}
