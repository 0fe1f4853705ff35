import { readChoice, readLocality, readPhone, readProduct, readYesNo } from '../../src/language/index.js';
import { fullName, type KnownCommune } from '../../src/localities/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { withinSentence } from '../forms/withinSentence.js';
import { looksLikeQuestion } from '../questions.js';
import type { Slot, SlotReading } from '../forms/Form.js';
import {
  known,
  namesPlace,
  noPlace,
  readPlace,
  startLarge,
  typedPlace,
  type PlaceReading,
  type PlaceValues,
} from './placeValues.js';

const longestPlace = 80;
/** Beside "Nơi khác", which is the fifth. */
const mostChoices = 4;

/** Where somebody lives: the commune, which one of that name, whether the name is kept as typed, and the province. */
export function placeSlots(question: string): readonly Slot<PlaceValues>[] {
  return [localitySlot(question), whichSlot(), typedSlot(), provinceSlot()];
}

function localitySlot(question: string): Slot<PlaceValues> {
  return {
    name: 'locality',
    expects: 'locality',
    missing: 'locality',
    named: /^(?:noi o|cho o|dia chi|xa phuong|xa|phuong|address|commune)\b/,
    fills: ['commune', 'province', 'communeCode', 'placeOptions', 'placeTyped'],
    wanted: ({ commune, placeOptions }) => commune === undefined && placeOptions === undefined,
    freeText: true,
    ask: (turn) => ({ text: turn.t(question), choices: [] }),
    read: (turn) => {
      const place = readPlace(turn);
      if (place.status === 'filled') return place;
      if (place.status === 'province') {
        const hint = turn.t('place.commune_missed', { province: withinSentence(place.province) });
        return { status: 'missed', hint };
      }
      return keepTyped(turn, (commune) => filled({ ...noPlace, commune }), 'place.locality_missed');
    },
  };
}

/** "Xã Tam Hải, thành phố Đà Nẵng, đúng không ạ?", or which of several places of one name. */
function whichSlot(): Slot<PlaceValues> {
  return {
    name: 'which_place',
    expects: 'confirm',
    missing: 'locality',
    fills: ['commune', 'province', 'communeCode', 'placeTyped'],
    wanted: ({ commune, placeOptions }) => commune === undefined && placeOptions !== undefined,
    takesDung: true,
    ask: (turn, values) => {
      const options = optionsOf(turn, values);
      const [only] = options;
      if (only !== undefined && options.length === 1) {
        return {
          text: turn.t('place.confirm', { place: spoken(only) }),
          choices: [turn.button('place_right'), turn.button('place_other')],
        };
      }
      const shown = options.slice(0, mostChoices);
      const ofMany = options.length > shown.length ? 'place.which_of_many' : 'place.which';
      const key = areOfOneName(options) ? ofMany : 'place.which_around';
      return {
        text: turn.t(key, { places: options.length, name: nameOf(only) }),
        choices: [
          ...shown.map((option) => ({ title: labelOf(option, options) })),
          turn.button('place_other'),
        ],
      };
    },
    read: (turn, values) => {
      const options = optionsOf(turn, values);
      if (turn.says('place_other')) return filled(noPlace);
      const choice = readChoice(
        turn.text,
        options
          .slice(0, mostChoices)
          .map((option) => ({ value: option.code, label: labelOf(option, options) })),
      );
      const chosen = options.find(({ code }) => choice.status === 'value' && choice.value === code);
      const [only, ...more] = options;
      if (more.length > 0 && chosen !== undefined) return filled(known(chosen));
      if (only !== undefined && more.length === 0) {
        const answer = readYesNo(turn.text);
        if (turn.says('place_right') || (answer.status === 'value' && answer.value))
          return filled(known(only));
        if (answer.status === 'value') return filled(noPlace);
      }
      return readOther(turn, options);
    },
  };
}

/** Neither a button nor a yes: the province of one of the places, or another place altogether. */
function readOther(turn: ChatTurn, options: readonly KnownCommune[]): SlotReading<PlaceValues> {
  const place = readPlace(turn);
  if (place.status === 'province') {
    const there = options.filter(({ province }) => province.name === place.province);
    const [only, ...more] = there;
    if (only !== undefined && more.length === 0) return filled(known(only));
    if (only !== undefined) return filled({ ...noPlace, placeOptions: there.map(({ code }) => code) });
    const province = withinSentence(place.province);
    return { status: 'missed', hint: turn.t('place.not_there', { name: nameOf(options[0]), province }) };
  }
  if (isAnotherPlace(turn, place)) return place;
  return { status: 'missed', hint: turn.t('place.which_missed') };
}

/** A name that isn't in the list, an old commune mostly, stays as it was typed once the citizen says so. */
function typedSlot(): Slot<PlaceValues> {
  return {
    name: 'typed_place',
    expects: 'confirm',
    missing: 'locality',
    fills: ['placeTyped'],
    wanted: ({ placeTyped }) => placeTyped === 'open',
    takesDung: true,
    ask: (turn, { commune = '', province }) => ({
      text: turn.t('place.unlisted', {
        place: [commune, ...(province === undefined ? [] : [withinSentence(province)])].join(', '),
      }),
      choices: [turn.button('place_keep'), turn.button('place_again')],
    }),
    read: (turn) => {
      if (turn.says('place_keep')) return filled({ placeTyped: 'kept' });
      if (turn.says('place_again')) return filled(noPlace);
      const answer = readYesNo(turn.text);
      if (answer.status === 'value') return filled(answer.value ? { placeTyped: 'kept' } : noPlace);
      const place = readPlace(turn);
      if (isAnotherPlace(turn, place)) return place;
      return { status: 'missed', hint: turn.t('place.unlisted_missed') };
    },
  };
}

function provinceSlot(): Slot<PlaceValues> {
  return {
    name: 'province',
    expects: 'locality',
    missing: 'locality',
    named: /^(?:tinh|thanh pho|province)\b/,
    fills: ['province'],
    wanted: ({ commune, province }) => commune !== undefined && province === undefined,
    freeText: true,
    ask: (turn, { commune = '' }) => ({ text: turn.t('place.province', { commune }), choices: [] }),
    read: (turn, { commune = '' }) => {
      const place = readLocality(turn.text);
      if (place.status === 'value' && place.value.province !== undefined)
        return filled(withProvince(turn, commune, startLarge(place.value.province)));
      return keepTyped(
        turn,
        (province) => filled(withProvince(turn, commune, province)),
        'place.province_missed',
      );
    },
  };
}

/** With the province known, a name that was in no list before may be. */
function withProvince(turn: ChatTurn, commune: string, province: string): PlaceValues {
  const found = readPlace(turn.saying(`${commune}, ${province}`));
  const isListed = found.status === 'filled' && found.values.communeCode !== undefined;
  return isListed ? found.values : { ...typedPlace(commune, province) };
}

/** A place of the list, or one whose type is said; any other words are no answer to a yes or no. */
function isAnotherPlace(
  turn: ChatTurn,
  place: PlaceReading,
): place is Extract<PlaceReading, { status: 'filled' }> {
  if (place.status !== 'filled' || looksLikeQuestion(turn)) return false;
  return place.values.placeTyped === undefined || namesPlace(turn);
}

function keepTyped(
  turn: ChatTurn,
  keep: (typed: string) => SlotReading<PlaceValues>,
  hint: string,
): SlotReading<PlaceValues> {
  const typed = turn.text.replace(/\s+/g, ' ');
  // A question, a number or the name of an insurance is no place, whatever was asked.
  const beside =
    looksLikeQuestion(turn) ||
    readProduct(turn.text).status !== 'none' ||
    readPhone(turn.text).status !== 'none';
  const usable = !beside && typed.length >= 2 && typed.length <= longestPlace && /\p{L}/u.test(typed);
  return usable ? keep(startLarge(typed)) : { status: 'missed', hint: turn.t(hint) };
}

function optionsOf(turn: ChatTurn, { placeOptions = [] }: PlaceValues): readonly KnownCommune[] {
  return placeOptions.flatMap((code) => turn.scope.localities.gazetteer.commune(code) ?? []);
}

/** The province where that tells the places apart, else the whole name. */
function labelOf(option: KnownCommune, options: readonly KnownCommune[]): string {
  const alone = options.filter(({ province }) => province === option.province).length === 1;
  return alone && areOfOneName(options) ? option.province.name : fullName(option);
}

/** Around a shared location lie places of different names. */
function areOfOneName(options: readonly KnownCommune[]): boolean {
  return new Set(options.map(nameOf)).size <= 1;
}

function nameOf(option: KnownCommune | undefined): string {
  return option?.name.replace(/^(?:Xã|Phường|Đặc khu)\s+/u, '') ?? '';
}

/** `Xã Tam Hải, thành phố Đà Nẵng`. */
function spoken({ name, province }: KnownCommune): string {
  return `${name}, ${withinSentence(province.name)}`;
}

function filled(values: PlaceValues): SlotReading<PlaceValues> {
  return { status: 'filled', values };
}
