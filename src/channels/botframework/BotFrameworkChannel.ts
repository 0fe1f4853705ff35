import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TurnContext,
  type ConversationReference,
} from 'botbuilder';
import { z } from 'zod';
import { inboundActivity, type ChoiceMarks, type OutboxReply, type SendResult } from '../../turn/index.js';
import type { Channel, Door, DoorRequest } from '../contract.js';
import { readJsonBody } from '../readJsonBody.js';
import type { Capabilities } from '../render/index.js';
import type { Turns } from '../WebhookChannel.js';
import { withAddress } from '../withAddress.js';
import { toActivity } from './toActivity.js';

export type BotFrameworkSettings = Readonly<{
  appId: string;
  appPassword: string;
  tenantId: string | undefined;
  /** Where tokens are given out; asked by `npm run channel` only, the SDK knows its own. */
  loginUrl: string;
  /** Hosts to which replies may go: a signed activity could still name another. */
  serviceUrlAllow: readonly string[];
}>;

export type BotFrameworkOptions = BotFrameworkSettings &
  Readonly<{
    /** Absolute address of the service, where pictures are. */
    publicUrl: string;
    turns: Pick<Turns, 'accept'>;
  }>;

/** Activities carry choices, links and pictures as they are; each channel behind the service shows them in its own way. */
export const botFrameworkCapabilities: Capabilities = {
  textLimit: 28_000,
  markup: 'markdown',
  buttons: { most: 20, titleLimit: 250, opens: ['https:', 'tel:'] },
  windowMs: undefined,
  typingMs: 3_000,
  perSecond: 50,
};

const activityRecord = z.record(z.string(), z.unknown());

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
export class BotFrameworkChannel implements Channel {
  readonly name = 'botframework';
  readonly capabilities = botFrameworkCapabilities;
  readonly doors: readonly Door[] = [
    { method: 'POST', path: '/api/messages', open: async (request) => this.#open(request) },
  ];
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

  /** Buttons come back as what they say: nothing is marked. */
  marksOf(): ChoiceMarks {
    return 'none';
  }

  /** Sends a committed reply to where its conversation came from. */
  async send({ address, activity }: OutboxReply): Promise<SendResult> {
    const reference: Partial<ConversationReference> = referenceSchema.parse(JSON.parse(address));
    try {
      await this.#adapter.continueConversationAsync(this.#options.appId, reference, async (context) => {
        await context.sendActivity(toActivity(withAddress(activity, this.#options.publicUrl)));
      });
      return { status: 'sent' };
    } catch (error) {
      return classifyFault(error);
    }
  }

  async #open({ body, headers }: DoorRequest): Promise<Readonly<{ status: number }>> {
    const parsed = activityRecord.safeParse(readJsonBody(body));
    return { status: parsed.success ? await this.receive(parsed.data, headers) : 400 };
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
      channel: this.name,
      conversationId,
      userId: activity.from.id,
      key: `abs:${activity.channelId}:${activity.conversation.id}:${activity.id ?? crypto.randomUUID()}`,
      address: JSON.stringify(TurnContext.getConversationReference(activity)),
      activity: parsed.data,
    });
  }
}

const httpFault = z.looseObject({ statusCode: z.number() });

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#error-response */
function classifyFault(error: unknown): SendResult {
  const fault = httpFault.safeParse(error);
  if (!fault.success) return { status: 'retry', reason: 'no_answer' };
  const { statusCode } = fault.data;
  const reason = `connector_${statusCode}`;
  if (statusCode === 429 || statusCode >= 500)
    return { status: 'retry', reason, channelWide: statusCode === 429 };
  if (statusCode === 401) return { status: 'operator', reason };
  if (statusCode === 403 || statusCode === 404) return { status: 'stop', reason };
  return { status: 'refused', reason };
}
