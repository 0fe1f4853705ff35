import type { DialogContext } from 'botbuilder-dialogs';
import type { ChatTurn } from '../ChatTurn.js';
import { answerTopic } from '../questions.js';
import { collectionForm } from './collectionForm.js';
import { namesPlace, placeBeside, readPlace } from './placeValues.js';

/** What is told of collection points in general. */
const collectionTopic = 'chung-diem-thu';
/** A longer message is a question of its own. */
const longestWish = 20;
const paying =
  /\b(?:diem thu|dai ly thu|nhan vien thu|nop|dong tien|dong bao hiem|dong bhxh|dong bhyt|mua the|mua bao hiem|mua bhyt|ban the|pay|buy|collection point)\b/;
const pointNamed = /\b(?:diem thu|dai ly thu|collection point)/;
const near = /\b(?:gan (?:nha|toi|day|em|minh|nhat|cho|ben|tui|con)|quanh day|near(?:by|est)?|closest)\b/;
const where = /\b(?:o dau|cho nao|noi nao|dau|dia chi|diem nao|where)\b/;

/** "nộp ở đâu gần tôi", "điểm thu xã Tam Hải". What is asked in general is answered in general. */
export async function beginCollection(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  if (turn.says('near_me')) return begin(dialogs, { ...turn.memory.place });
  if (turn.says('another_commune')) return begin(dialogs, {});
  const said = turn.plain;
  const english = turn.text.toLowerCase();
  if (said.split(' ').length > longestWish || !(paying.test(said) || paying.test(english))) return false;
  const place = placeBeside(turn);
  const here = namesPlace(turn) && (place.communeCode ?? place.placeOptions ?? place.commune) !== undefined;
  if (here && (pointNamed.test(said) || where.test(said) || near.test(said) || where.test(english)))
    return begin(dialogs, place);
  if (!(near.test(said) || near.test(english))) return false;
  // Without a single place entered, asking for the commune would lead nowhere: the general answer says more.
  if (turn.scope.localities.places.isEmpty) return answerTopic(turn, collectionTopic);
  return begin(dialogs, { ...turn.memory.place });
}

/** A location shared without a word: where to pay around there, or nearest to the commune that is asked for then. */
export async function beginCollectionAt(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  if (turn.scope.localities.places.isEmpty) return answerTopic(turn, collectionTopic);
  const place = readPlace(turn);
  return begin(dialogs, place.status === 'filled' ? place.values : {});
}

async function begin(dialogs: DialogContext, values: object): Promise<true> {
  await dialogs.beginDialog(collectionForm.id, values);
  return true;
}
