import { formatVnd } from '../../src/i18n/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { findTopic, sourceLine } from '../questions.js';
import { layOut } from '../say/layOut.js';
import { amountOf } from '../tableValues.js';

/** What each of the two is, in the words of the approved answers. */
const topics = ['tn-khai-niem', 'yt-khai-niem'] as const;

/** Puts the two insurances side by side: what each is for, and what the cheapest of each costs. False without the answers. */
export async function sayTwoInsurances(turn: ChatTurn): Promise<boolean> {
  const found = topics.flatMap((topic) => findTopic(turn, topic) ?? []);
  const [first] = found;
  if (first === undefined || found.length < topics.length) return false;
  Object.assign(turn.memory, { topic: first.topic, lastWas: 'topic', offered: [], misses: 0 });
  const prices = turn.t('compare.two', {
    voluntary: formatVnd(amountOf(turn, 'figure.vsi.floor_pay.other')),
    support: formatVnd(amountOf(turn, 'figure.vsi.subsidy.other')),
    health: formatVnd(amountOf(turn, 'figure.hhi.yearly.p1')),
  });
  const { bubbles } = layOut({
    texts: [...found.map(({ answer }) => answer), prices],
    source: sourceLine(
      turn,
      found.flatMap(({ documents }) => documents),
    ),
  });
  await turn.sayAll(bubbles, {
    choices: [turn.button('estimate_voluntary'), turn.button('estimate_household'), turn.button('call_me')],
  });
  return true;
}
