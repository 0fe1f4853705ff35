import { z } from 'zod';

/**
 * The part of a Bot Framework activity that is kept for a message from a citizen. `channelData` and the client's own times
 * are kept because Direct Line clients want their message back as they sent it.
 */
export const inboundActivity = z.object({
  type: z.enum(['message', 'event', 'conversationUpdate', 'endOfConversation']),
  text: z.string().optional(),
  textFormat: z.string().optional(),
  name: z.string().optional(),
  value: z.unknown().optional(),
  locale: z.string().optional(),
  localTimestamp: z.string().optional(),
  localTimezone: z.string().optional(),
  from: z.object({ id: z.string(), name: z.string().optional(), role: z.string().optional() }),
  entities: z.array(z.record(z.string(), z.unknown())).optional(),
  channelData: z.record(z.string(), z.unknown()).optional(),
});
export type InboundActivity = z.infer<typeof inboundActivity>;

/** A choice offered with a reply. `title` is shown and sent. */
const suggestedAction = z.object({ type: z.string(), title: z.string(), value: z.string() });
export type SuggestedAction = z.infer<typeof suggestedAction>;

/**
 * A picture that goes with a reply. The address is stored as the path on this service; a channel puts its public address before it,
 * so that what was said long ago is still found when the service has moved. `name` says what the picture shows.
 */
const attachment = z.object({ contentType: z.string(), contentUrl: z.string(), name: z.string() });
export type Attachment = z.infer<typeof attachment>;

/** A reply as it is stored in the outbox. */
export const outboundActivity = z.object({
  type: z.enum(['message', 'endOfConversation']),
  text: z.string().optional(),
  textFormat: z.string().optional(),
  locale: z.string().optional(),
  inputHint: z.string().optional(),
  suggestedActions: z.object({ to: z.array(z.string()), actions: z.array(suggestedAction) }).optional(),
  attachments: z.array(attachment).optional(),
  channelData: z.record(z.string(), z.unknown()).optional(),
  replyToId: z.string().optional(),
});
export type OutboundActivity = z.infer<typeof outboundActivity>;

/** What a reply offers: choices that are said, in the order in which they count, and links that are opened. */
export function choicesOf({ suggestedActions }: Pick<OutboundActivity, 'suggestedActions'>): Readonly<{
  choices: readonly SuggestedAction[];
  links: readonly SuggestedAction[];
}> {
  const actions = suggestedActions?.actions ?? [];
  return {
    choices: actions.filter(({ type }) => type !== 'openUrl'),
    links: actions.filter(({ type }) => type === 'openUrl'),
  };
}

/** The name under which replies are signed. */
export const botAccount = { id: 'an-sinh', name: 'An Sinh', role: 'bot' } as const;

/** `<conversation>|0000012`: unique, ordered, and what `replyToId` points to. */
export function activityId(conversationId: string, seq: number): string {
  return `${conversationId}|${String(seq).padStart(7, '0')}`;
}
