import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TurnContext,
  type Activity,
  type ConversationReference,
} from 'botbuilder';
import { z } from 'zod';
import { toLocale } from '../../i18n/index.js';
import type { ChoiceMarks, OutboundActivity, OutboxReply, SendResult } from '../../turn/index.js';
import type { Channel, Door, DoorReply, DoorRequest } from '../contract.js';
import { readJsonBody } from '../readJsonBody.js';
import { renderMessage, type Capabilities } from '../render/index.js';
import type { ChannelDependencies } from '../WebhookChannel.js';
import { withAddress } from '../withAddress.js';
import { classifyError } from './classify.js';
import { connectorClient } from './connectorClient.js';
import { deliveredActivity, saidIn } from './deliveredActivity.js';
import { mayReceive } from './mayReceive.js';
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

/** Activities carry choices, links and pictures as they are; each channel behind the service shows them in its own way. */
export const botFrameworkCapabilities: Capabilities = {
  textLimit: 28_000,
  markup: 'markdown',
  buttons: { most: 20, titleLimit: 250, opens: ['https:', 'tel:'] },
  windowMs: undefined,
  typingMs: 3_000,
  perSecond: 50,
};

// Channels leave out names, or say null.
const account = z.looseObject({ id: z.string(), name: z.string().catch('') });
const referenceSchema = z.looseObject({
  serviceUrl: z.string(),
  channelId: z.string(),
  user: account.optional(),
  bot: account.optional(),
  conversation: z.looseObject({
    id: z.string(),
    name: z.string().catch(''),
    isGroup: z.boolean().catch(false),
    conversationType: z.string().catch('personal'),
  }),
});

/** How the SDK says that a token isn't right; what else it throws says that it couldn't look. */
const forgery = z.union([
  z.looseObject({ statusCode: z.literal(401) }),
  z.looseObject({ name: z.enum(['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError']) }),
]);

/**
 * Azure Bot Service and the Emulator: the SDK checks the token, the message goes into the inbox, the call is answered, and replies
 * leave from the outbox through the SDK's CloudAdapter. https://learn.microsoft.com/azure/bot-service/rest-api/
 */
export class BotFrameworkChannel implements Channel {
  readonly name = 'botframework';
  readonly capabilities = botFrameworkCapabilities;
  readonly doors: readonly Door[] = [
    { method: 'POST', path: '/api/messages', open: async (request) => this.#receive(request) },
  ];
  readonly #settings: BotFrameworkSettings;
  readonly #dependencies: ChannelDependencies;
  readonly #authentication: ConfigurationBotFrameworkAuthentication;
  readonly #adapter: CloudAdapter;

  constructor(settings: BotFrameworkSettings, dependencies: ChannelDependencies) {
    this.#settings = settings;
    this.#dependencies = dependencies;
    const { appId, appPassword, tenantId } = settings;
    this.#authentication = new ConfigurationBotFrameworkAuthentication(
      {
        MicrosoftAppId: appId,
        MicrosoftAppPassword: appPassword,
        MicrosoftAppType: tenantId === undefined ? 'MultiTenant' : 'SingleTenant',
        ...(tenantId === undefined ? {} : { MicrosoftAppTenantId: tenantId }),
      },
      undefined,
      undefined,
      undefined,
      { httpClient: connectorClient },
    );
    this.#adapter = new CloudAdapter(this.#authentication);
  }

  /** Buttons come back as what they say: nothing is marked. */
  marksOf(): ChoiceMarks {
    return 'none';
  }

  /** Sends a committed reply to where its conversation came from; refused as it is, once more as a text. */
  async send({ seq, address, activity }: OutboxReply): Promise<SendResult> {
    const reference: Partial<ConversationReference> = referenceSchema.parse(JSON.parse(address));
    const reply = withAddress(activity, this.#dependencies.publicUrl);
    const result = await this.#post(reference, reply);
    if (result.status !== 'refused') return result;
    this.#dependencies.report(this.name, `refused ${result.reason}`);
    return this.#post(reference, this.#asText(seq, reply));
  }

  async #post(reference: Partial<ConversationReference>, reply: OutboundActivity): Promise<SendResult> {
    try {
      await this.#adapter.continueConversationAsync(this.#settings.appId, reference, async (context) => {
        await context.sendActivity(toActivity(reply));
      });
      return { status: 'sent' };
    } catch (error) {
      return classifyError(error);
    }
  }

  #asText(seq: number, message: OutboundActivity): OutboundActivity {
    const words = this.#dependencies.words(toLocale(message.locale) ?? 'vi');
    const capabilities: Capabilities = { ...this.capabilities, markup: 'plain', buttons: undefined };
    const { parts } = renderMessage({ message, seq, capabilities, words });
    const { type, locale } = message;
    return {
      type,
      ...(locale === undefined ? {} : { locale }),
      text: parts.join('\n\n'),
      textFormat: 'plain',
    };
  }

  /** 200 stored, or nothing to store; 400 no activity; 401 bad token; 403 replies may not go there; 503 the keys can't be had. */
  async #receive({ body, headers }: DoorRequest): Promise<DoorReply> {
    const parsed = deliveredActivity.safeParse(readJsonBody(body));
    if (!parsed.success) return { status: 400 };
    const activity = parsed.data;
    const { authorization = '' } = headers;
    const refused = await this.#refuse(activity, Array.isArray(authorization) ? '' : authorization);
    if (refused !== undefined) return refused;
    if (!mayReceive(activity.serviceUrl, this.#settings.serviceUrlAllow)) {
      this.#dependencies.report(
        this.name,
        `${new URL(activity.serviceUrl).host} is not in SERVICE_URL_ALLOW`,
      );
      return { status: 403 };
    }
    await this.#store(activity);
    return { status: 200 };
  }

  /** How an activity is answered that nobody signed, as the SDK sees it; undefined for a genuine one. */
  async #refuse(activity: Activity, authorization: string): Promise<DoorReply | undefined> {
    try {
      await this.#authentication.authenticateRequest(activity, authorization);
      return undefined;
    } catch (error) {
      const isForged = forgery.safeParse(error).success;
      this.#dependencies.report(this.name, isForged ? 'forged delivery' : 'keys of Azure not available');
      return { status: isForged ? 401 : 503 };
    }
  }

  async #store(activity: Activity): Promise<void> {
    const said = saidIn(activity);
    if (said === undefined) return;
    const { channelId, conversation, from, id } = activity;
    const conversationId = `abs:${channelId}:${conversation.id}`;
    await this.#dependencies.turns.accept({
      channel: this.name,
      conversationId,
      userId: from.id,
      key: `${conversationId}:${id ?? crypto.randomUUID()}`,
      address: JSON.stringify(TurnContext.getConversationReference(activity)),
      activity: said,
    });
  }
}
