import { readLocality } from '../language/index.js';
import type { Gazetteer, KnownCommune } from './Gazetteer.js';
import { bestMention, provinceIn, type Mention } from './mentions.js';
import { nearestKeys } from './nearestKeys.js';
import { takeApart, type PlaceName } from './placeName.js';
import type { Province } from './Province.js';

/** What a message says of where somebody lives, held against the list. */
export type CommuneFinding = Readonly<
  /** `certain`: written as in the list, with its province; else it is worth a question. */
  | { status: 'found'; commune: KnownCommune; certain: boolean }
  /** Several communes can be meant. */
  | { status: 'several'; communes: readonly KnownCommune[] }
  | { status: 'province'; province: Province }
  /** A place is named that the list doesn't have: an old commune, a district, a hamlet. */
  | { status: 'unlisted'; commune: string; province: string | undefined }
  | { status: 'none' }
>;

/** Words beside a name without type and province up to which a message still is an answer to "where". */
const mostLeft = 2;

/**
 * The commune that a message names: with or without marks, "x.", "p." and "tt." before it, slips of typing, the province in the
 * same sentence, also one that was merged. Pure: the list comes as an argument. With an empty list nothing is ever found.
 */
export function findCommune(gazetteer: Gazetteer, text: string): CommuneFinding {
  const mention = gazetteer.isEmpty || text.includes('?') ? undefined : bestMention(gazetteer, text);
  const reading = readLocality(text);
  const told = reading.status === 'value' ? reading.value : {};
  if (mention !== undefined && isAnswer(mention)) {
    const { communes, asWritten } = likeliest(mention.communes, mention.name);
    const whole = mention.left === 0 || (mention.name.type !== undefined && !mention.followed);
    return settle(communes, asWritten && whole && mention.province !== undefined && !mention.former);
  }
  const named = provinceIn(gazetteer, told.province ?? '');
  if (told.commune === undefined) {
    return named === undefined ? { status: 'none' } : { status: 'province', province: named.province };
  }
  const near = gazetteer.isEmpty ? [] : nearby(gazetteer, takeApart(told.commune), named?.province);
  if (near.length > 0) return settle(likeliest(near, takeApart(told.commune)).communes, false);
  return { status: 'unlisted', commune: told.commune, province: told.province };
}

function isAnswer({ name, province, contradicted, left }: Mention): boolean {
  if (contradicted) return false;
  return name.type !== undefined || province !== undefined || left <= mostLeft;
}

/** Those that the type and the marks speak for; `asWritten` where neither speaks against them. */
function likeliest(
  communes: readonly KnownCommune[],
  name: PlaceName,
): Readonly<{ communes: readonly KnownCommune[]; asWritten: boolean }> {
  const ofType = communes.filter(({ parts }) => name.type === undefined || parts.type === name.type);
  const typed = ofType.length > 0 ? ofType : communes;
  const ofMarks = typed.filter(({ parts }) => !name.hasMarks || parts.marked === name.marked);
  const marked = ofMarks.length > 0 ? ofMarks : typed;
  return { communes: marked, asWritten: ofType.length > 0 && ofMarks.length > 0 };
}

function settle(communes: readonly KnownCommune[], certain: boolean): CommuneFinding {
  const distinct = [...new Set(communes)];
  const [first, ...more] = distinct;
  if (first === undefined) return { status: 'none' };
  return more.length === 0
    ? { status: 'found', commune: first, certain }
    : { status: 'several', communes: distinct };
}

/** Communes whose name is a slip of the finger away. */
function nearby(
  gazetteer: Gazetteer,
  { key }: PlaceName,
  province: Province | undefined,
): readonly KnownCommune[] {
  return nearestKeys(key, gazetteer.keysIn(province)).flatMap((near) =>
    gazetteer.named(near).filter((commune) => province === undefined || commune.province === province),
  );
}
