import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TurnContext,
  type Activity,
  type ConversationReference,
} from 'botbuilder';
import { z } from 'zod';
import type { Records } from '../../records/index.js';
import {
  inboundActivity,
  type OutboundActivity,
  type SendResult,
  type TurnService,
} from '../../turn/index.js';
import { withAddress } from '../withAddress.js';

export const botFrameworkChannelName = 'botframework';

export type BotFrameworkOptions = Readonly<{
  appId: string;
  appPassword: string;
  tenantId: string | undefined;
  /** Hosts to which replies may go: a signed activity could still name another. */
  serviceUrlAllow: readonly string[];
  /** Absolute address of the service, where pictures are. */
  publicUrl: string;
  records: Records;
  turns: TurnService;
}>;

const account = z.looseObject({ id: z.string(), name: z.string().default('') });
const referenceSchema = z.looseObject({
  serviceUrl: z.string(),
  channelId: z.string(),
  user: account.optional(),
  bot: account.optional(),
  conversation: z.looseObject({
    id: z.string(),
    name: z.string().default(''),
    isGroup: z.boolean().default(false),
    conversationType: z.string().default('personal'),
  }),
});

class ForeignServiceUrl extends Error {}

/**
 * Azure Bot Service and the Emulator, through the SDK's CloudAdapter: it checks the token, the message goes into the inbox, the
 * call is answered, and replies leave from the outbox. https://learn.microsoft.com/azure/bot-service/rest-api/
 */
export class BotFrameworkChannel {
  readonly #options: BotFrameworkOptions;
  readonly #adapter: CloudAdapter;

  constructor(options: BotFrameworkOptions) {
    this.#options = options;
    this.#adapter = new CloudAdapter(
      new ConfigurationBotFrameworkAuthentication({
        MicrosoftAppId: options.appId,
        MicrosoftAppPassword: options.appPassword,
        MicrosoftAppType: options.tenantId === undefined ? 'MultiTenant' : 'SingleTenant',
        ...(options.tenantId === undefined ? {} : { MicrosoftAppTenantId: options.tenantId }),
      }),
    );
  }

  /** Takes one activity. The status to answer with: 200 stored, 401 bad token, 403 foreign service URL, 400 not an activity. */
  async receive(
    body: Record<string, unknown>,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): Promise<number> {
    let status = 200;
    const response = {
      socket: undefined,
      status: (code: number) => {
        status = code;
      },
      send: () => undefined,
      header: () => undefined,
      end: () => undefined,
    };
    try {
      await this.#adapter.process({ body, headers: { ...headers }, method: 'POST' }, response, (context) =>
        this.#store(context),
      );
    } catch (error) {
      if (error instanceof z.ZodError) return 400;
      throw error;
    }
    return status;
  }

  /** Sends a committed reply to where its conversation came from. */
  async send(conversationId: string, activity: OutboundActivity): Promise<SendResult> {
    const row = await this.#options.records.db
      .selectFrom('conversations')
      .select('address')
      .where('id', '=', conversationId)
      .executeTakeFirst();
    const address = row?.address ?? undefined;
    if (address === undefined) return 'failed';
    const reference: Partial<ConversationReference> = referenceSchema.parse(JSON.parse(address));
    await this.#adapter.continueConversationAsync(this.#options.appId, reference, async (context) => {
      await context.sendActivity(toActivity(withAddress(activity, this.#options.publicUrl)));
    });
    return 'sent';
  }

  async #store(context: TurnContext): Promise<void> {
    const { activity } = context;
    const { host } = new URL(activity.serviceUrl);
    if (!this.#options.serviceUrlAllow.some((allowed) => host === allowed || host.endsWith(`.${allowed}`))) {
      throw new ForeignServiceUrl(
        `Replies are not sent to ${host}; add it to SERVICE_URL_ALLOW if it is right.`,
      );
    }
    const parsed = inboundActivity.safeParse({ ...activity, channelData: undefined });
    if (!parsed.success) return;
    const conversationId = `abs:${activity.channelId}:${activity.conversation.id}`;
    await this.#options.turns.accept({
      channel: botFrameworkChannelName,
      conversationId,
      userId: activity.from.id,
      key: `abs:${activity.channelId}:${activity.conversation.id}:${activity.id ?? crypto.randomUUID()}`,
      address: JSON.stringify(TurnContext.getConversationReference(activity)),
      activity: parsed.data,
    });
  }
}

function toActivity(reply: OutboundActivity): Partial<Activity> {
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
