import { z } from 'zod';
import type { ChatTurn } from '../ChatTurn.js';
import type { Form } from '../forms/Form.js';
import { looksLikeQuestion, answerTopic, findTopic, rememberTopic, bubblesOf } from '../questions.js';
import { isOfficial, readClaim, type Claim } from './readClaim.js';

const valuesSchema = z.object({
  phone: z.string().optional(),
  host: z.string().optional(),
  /** A message was pasted that names neither. */
  told: z.boolean().optional(),
});
export type ClaimValues = z.infer<typeof valuesSchema>;

const fraudTopic = 'chung-lua-dao';
const fewestWords = 3;

/** Whether a number, an address or a message is the office's: what is known of it, and what no office ever asks for. */
export const claimForm: Form<ClaimValues> = {
  id: 'claim',
  schema: valuesSchema,
  slots: [
    {
      name: 'claim',
      expects: 'claim',
      missing: 'claim',
      fills: ['phone', 'host', 'told'],
      wanted: ({ phone, host, told }) => phone === undefined && host === undefined && told !== true,
      ask: (turn) => ({ text: turn.t('claim.ask'), choices: [turn.button('skip')] }),
      read: (turn) => {
        const claim = readClaim(turn);
        if (Object.keys(claim).length > 0) return { status: 'filled', values: claim };
        // A question is looked at as one first.
        return turn.plain.split(' ').length >= fewestWords && !looksLikeQuestion(turn)
          ? { status: 'filled', values: { told: true } }
          : { status: 'missed', hint: turn.t('claim.missed') };
      },
      skip: () => ({ told: true }),
    },
  ],
  overhear: () => ({}),
  // A number that somebody was called from is somebody's.
  holdsPersonal: ({ phone }) => phone !== undefined,
  finish: sayClaim,
};

/** Begins with what the message names of the number or the address. */
export function startOfClaim(turn: ChatTurn): ClaimValues {
  return readClaim(turn);
}

async function sayClaim(turn: ChatTurn, claim: ClaimValues): Promise<void> {
  const found = findTopic(turn, fraudTopic);
  const texts = [...phoneTexts(turn, claim), ...hostTexts(turn, claim)];
  if (found === undefined || texts.length === 0) {
    await answerTopic(turn, fraudTopic);
    return;
  }
  rememberTopic(turn, found);
  await turn.sayAll([texts.join(' '), ...bubblesOf(turn, found)], {
    choices: [turn.hotlineButton, turn.button('more'), turn.button('check_claim'), turn.button('call_me')],
    channelData: { topic: fraudTopic },
  });
}

function phoneTexts(turn: ChatTurn, { phone }: Claim): readonly string[] {
  if (phone === undefined) return [];
  const isHotline = phone.replace(/\D/g, '') === turn.hotline.replace(/\D/g, '');
  return [turn.t(isHotline ? 'claim.hotline' : 'claim.other_number', { hotline: turn.hotline })];
}

function hostTexts(turn: ChatTurn, { host }: Claim): readonly string[] {
  if (host === undefined) return [];
  return [turn.t(isOfficial(host) ? 'claim.official_site' : 'claim.other_site')];
}
