import type { OutboundActivity } from '../../turn/index.js';

/** Whether the own telephone number answers a message: where a platform can share it by a tap, that is offered. */
export function offersPhone({ channelData }: Pick<OutboundActivity, 'channelData'>): boolean {
  return channelData?.expects === 'phone' || channelData?.shares === 'phone';
}
