import type { Activity } from 'botbuilder';
import type { OutboundActivity } from '../../turn/index.js';

/** A reply as the Bot Framework knows it; what is meant for our own page only stays here. */
export function toActivity(reply: OutboundActivity): Partial<Activity> {
  const { type, text, textFormat, locale, suggestedActions, attachments } = reply;
  return {
    type,
    ...(text === undefined ? {} : { text }),
    ...(textFormat === undefined ? {} : { textFormat }),
    ...(locale === undefined ? {} : { locale }),
    ...(suggestedActions === undefined ? {} : { suggestedActions }),
    ...(attachments === undefined ? {} : { attachments }),
  };
}
