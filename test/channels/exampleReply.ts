import type { CallAnswer } from '../../src/channels/contract.js';
import type { OutboundActivity } from '../../src/turn/index.js';

type Action = Readonly<{ type: string; title: string; value: string }>;

export const toPage: Action = { type: 'openUrl', title: 'Xem trang', value: 'https://an-sinh.test/e/1' };
export const toHotline: Action = { type: 'openUrl', title: 'Gọi 1900 9068', value: 'tel:19009068' };

/** A choice that says its title. */
export function choice(title: string): Action {
  return { type: 'imBack', title, value: title };
}

/** A reply as the dialogs make it, with what is offered in this order. */
export function replyWith(text: string, ...actions: readonly Action[]): OutboundActivity {
  return { type: 'message', text, locale: 'vi', suggestedActions: { to: [], actions: [...actions] } };
}

/** What a platform answered to a call. */
export function answered(http: number, body: unknown): CallAnswer {
  return { status: 'answered', http, headers: new Headers(), body };
}
