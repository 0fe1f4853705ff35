import type { OutboundActivity } from '../turn/index.js';

/** A reply whose pictures have whole addresses: stored paths with the service's public address before them. */
export function withAddress(reply: OutboundActivity, publicUrl: string): OutboundActivity {
  const { attachments } = reply;
  if (attachments === undefined) return reply;
  return {
    ...reply,
    attachments: attachments.map((one) => ({ ...one, contentUrl: `${publicUrl}${one.contentUrl}` })),
  };
}
