import { z } from 'zod';
import type { ChatTurn } from '../ChatTurn.js';
import type { Form } from '../forms/Form.js';
import { answerTopic } from '../questions.js';
import { readDay } from './readDay.js';
import { sayValidity } from './sayValidity.js';

const valuesSchema = z.object({
  /** `YYYY-MM-DD` of the last card; null for who never had one. */
  expiry: z.string().nullable().optional(),
  /** Nobody remembers the day: the rule is told instead. */
  unknown: z.boolean().optional(),
});
export type ValidityValues = z.infer<typeof valuesSchema>;

const validityTopic = 'yt-hieu-luc';
const firstTime = /\b(?:lan dau|chua (?:co|mua|tung)|moi mua|first time|never had)\b/i;

/** When a card begins to hold: asks for the end of the last one, and for nothing else. */
export const validityForm: Form<ValidityValues> = {
  id: 'validity',
  schema: valuesSchema,
  slots: [
    {
      name: 'expiry',
      expects: 'expiry',
      missing: 'expiry',
      named:
        /^(?:ngay(?: the)?(?: cu)?(?: het han)?|han(?: the)?|het han|the (?:cu|truoc)(?: het han)?|expiry|last day|date)\b/,
      fills: ['expiry', 'unknown'],
      wanted: ({ expiry, unknown }) => expiry === undefined && unknown !== true,
      ask: (turn) => ({
        text: turn.t('validity.expiry'),
        choices: [turn.button('first_card'), turn.button('skip')],
      }),
      read: (turn) => {
        const said = turn.memory.locale === 'en' ? turn.text : turn.plain;
        if (turn.says('first_card') || firstTime.test(said))
          return { status: 'filled', values: { expiry: null } };
        const expiry = readDay(turn.text, Number(turn.scope.today.slice(0, 4)));
        return expiry === undefined
          ? { status: 'missed', hint: turn.t('validity.expiry_missed') }
          : { status: 'filled', values: { expiry } };
      },
      skip: () => ({ unknown: true }),
    },
  ],
  overhear: () => ({}),
  holdsPersonal: () => false,
  finish,
};

async function finish(turn: ChatTurn, { expiry }: ValidityValues): Promise<void> {
  if (expiry !== undefined) return sayValidity(turn, expiry);
  await answerTopic(turn, validityTopic);
}
