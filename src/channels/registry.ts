import type { Cipher } from '../privacy/index.js';
import type { Records } from '../records/index.js';
import { azureInspection, BotFrameworkChannel } from './botframework/index.js';
import type { Channel, Door } from './contract.js';
import { createMessenger, messengerInspection } from './messenger/index.js';
import type { Inspection } from './inspect/Inspection.js';
import type { ChannelSettings } from './settings.js';
import { createTelegram, telegramInspection } from './telegram/index.js';
import { createViber, viberInspection } from './viber/index.js';
import { fixedToken, WebhookChannel, type ChannelDependencies } from './WebhookChannel.js';
import { createZalo, ZaloCredentials, zaloInspection } from './zalo/index.js';

export type RegistryDependencies = ChannelDependencies & Readonly<{ records: Records; cipher: Cipher }>;

/** Every channel that has its settings, the page aside. The only place beside `settings.ts` that knows their names. */
export function openChannels(
  settings: ChannelSettings,
  dependencies: RegistryDependencies,
): readonly Channel[] {
  const { words } = dependencies;
  const { botframework, messenger, telegram, viber, zalo } = settings;
  return [
    zalo &&
      new WebhookChannel(
        createZalo({ ...zalo, publicUrl: dependencies.publicUrl }, words),
        new ZaloCredentials(zalo, dependencies),
        dependencies,
      ),
    messenger &&
      new WebhookChannel(createMessenger(messenger, words), fixedToken(messenger.pageToken), dependencies),
    telegram &&
      new WebhookChannel(createTelegram(telegram, words), fixedToken(telegram.botToken), dependencies),
    viber && new WebhookChannel(createViber(viber, words), fixedToken(viber.authToken), dependencies),
    botframework && new BotFrameworkChannel(botframework, dependencies),
  ].filter((channel) => channel !== undefined);
}

/** By this file Zalo's console sees that the domain is ours, before the account is connected. */
export function siteDoors({ zaloSiteVerification: code }: ChannelSettings): readonly Door[] {
  if (code === undefined) return [];
  const page = `<!doctype html><meta name="zalo-platform-site-verification" content="${encodeURI(code)}">`;
  return [
    {
      method: 'GET',
      path: `/zalo_verifier${encodeURIComponent(code)}.html`,
      open: () => ({ status: 200, contentType: 'text/html; charset=utf-8', body: page }),
    },
  ];
}

/** How each channel is looked at, by the name that an administrator gives it. */
export const inspections: Readonly<Record<string, Inspection>> = {
  zalo: zaloInspection,
  messenger: messengerInspection,
  telegram: telegramInspection,
  viber: viberInspection,
  azure: azureInspection,
};

/** The credentials that are renewed while the service runs, used as the service uses them. */
export function renewedCredentials(
  { zalo }: ChannelSettings,
  dependencies: Readonly<{ records: Records; cipher: Cipher; now: () => Date }>,
): ZaloCredentials | undefined {
  return zalo && new ZaloCredentials(zalo, dependencies);
}
