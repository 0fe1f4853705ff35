import { z } from 'zod';
import type { CallAnswer, Verdict } from '../contract.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Codes of the Official Account's API by who has to act: https://developers.zalo.me/docs/official-account/phu-luc/ma-loi */
const codes = {
  renew: [-124, -216, -220],
  busy: [-32],
  unknown: [-200],
  night: [-133, -234],
  quotaOfDay: [-144, -1441, -147, -1471, -1472, -218],
  stop: [-108, -109, -114, -118, -119, -139, -140, -141, -213, -217, -227, -230, -232, -244],
  operator: [
    -115, -135, -1351, -137, -146, -204, -205, -209, -211, -212, -219, -221, -223, -224, -235, -237, -240,
    -242, -320, -321, -403,
  ],
} as const satisfies Record<string, readonly number[]>;

const envelope = z.looseObject({
  error: z.union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+$/)
      .transform(Number),
  ]),
});

/** Zalo answers 200 even for errors: only the code in the body counts. A code nobody documented is a bug of ours until looked at. */
export function classifyZalo(called: CallAnswer): Verdict {
  if (called.status === 'unreachable') return { status: 'retry', reason: 'unreachable', channelWide: true };
  if (called.status === 'unknown') return { status: 'unknown', reason: 'no_answer' };
  const parsed = envelope.safeParse(called.body);
  // Pages of a gateway come now and then and pass.
  if (!parsed.success) return { status: 'retry', reason: `http_${called.http}` };
  const { error } = parsed.data;
  if (error === 0) return { status: 'sent' };
  const reason = `zalo_${error}`;
  const is = (group: keyof typeof codes): boolean => codes[group].some((code) => code === error);
  if (is('renew')) return { status: 'renew', reason };
  if (is('busy')) return { status: 'retry', reason, channelWide: true };
  if (is('unknown')) return { status: 'unknown', reason };
  if (is('night')) return { status: 'reschedule', reason, afterMs: hourMs };
  if (is('quotaOfDay')) return { status: 'reschedule', reason, afterMs: 6 * hourMs };
  if (is('stop')) return { status: 'stop', reason };
  if (is('operator')) return { status: 'operator', reason };
  return { status: 'refused', reason };
}
