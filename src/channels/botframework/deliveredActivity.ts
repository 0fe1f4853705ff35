import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { inboundActivity, type InboundActivity } from '../../turn/index.js';

const fields = z.looseObject({
  type: z.string(),
  serviceUrl: z.url(),
  channelId: z.string().min(1),
  id: z.string().optional(),
  from: z.looseObject({ id: z.string().min(1) }),
  recipient: z.looseObject({ id: z.string() }).optional(),
  conversation: z.looseObject({
    id: z.string().min(1),
    isGroup: z.boolean().nullish(),
    conversationType: z.string().nullish(),
  }),
  membersAdded: z.array(z.looseObject({ id: z.string() })).optional(),
});

/** An activity with everything that is read of it, here and by the SDK; the SDK's own type claims more than platforms send. */
export const deliveredActivity = z.custom<Activity>((value) => fields.safeParse(value).success);

/**
 * What an activity says to the bot; undefined where it says nothing: a group's, a receipt's, one of the bot's own, a kind we don't know.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-activities
 */
export function saidIn(activity: Activity): InboundActivity | undefined {
  const { type, conversation, recipient, membersAdded, from } = activity;
  // What is asked here, a name and a number, is nobody else's business.
  const isPersonal = conversation.conversationType ?? 'personal';
  if (conversation.isGroup === true || isPersonal !== 'personal') return undefined;
  if (from.role === 'bot') return undefined;
  if (type === 'conversationUpdate') {
    const isJoining = membersAdded?.some(({ id }) => id !== recipient?.id) === true;
    return isJoining ? { type, from: { id: from.id, role: 'user' } } : undefined;
  }
  if (type !== 'message') return undefined;
  const read = inboundActivity.safeParse({
    type,
    text: typeof activity.text === 'string' ? activity.text : '',
    ...(typeof activity.locale === 'string' ? { locale: activity.locale } : {}),
    textFormat: 'plain',
    from: { id: from.id, role: 'user' },
  });
  return read.success ? read.data : undefined;
}
