import { z } from 'zod';
import { webAddress } from '../webAddress.js';
import type { BotFrameworkSettings } from './botframework/index.js';
import type { MessengerSettings } from './messenger/index.js';
import type { TelegramSettings } from './telegram/index.js';
import type { ViberSettings } from './viber/index.js';
import type { ZaloSettings } from './zalo/index.js';

/** What each channel needs; undefined for a channel that isn't used. */
export type ChannelSettings = Readonly<{
  botframework: BotFrameworkSettings | undefined;
  messenger: MessengerSettings | undefined;
  telegram: TelegramSettings | undefined;
  viber: ViberSettings | undefined;
  zalo: ZaloSettings | undefined;
  /** The code by which Zalo looks whether the domain is ours; needed before the account is connected. */
  zaloSiteVerification: string | undefined;
}>;

/** The variables of all channels. Their values come from the platforms and are checked to be there, not for their form. */
export const channelEnvironment = {
  MICROSOFT_APP_ID: z.string().optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT_ID: z.string().optional(),
  SERVICE_URL_ALLOW: z.string().optional(),
  MICROSOFT_LOGIN_URL: webAddress.default('https://login.microsoftonline.com'),
  MESSENGER_PAGE_ID: z.string().optional(),
  MESSENGER_APP_SECRET: z.string().optional(),
  MESSENGER_VERIFY_TOKEN: z.string().optional(),
  MESSENGER_PAGE_TOKEN: z.string().optional(),
  MESSENGER_API_URL: webAddress.default('https://graph.facebook.com'),
  TELEGRAM_BOT_TOKEN: z.string().optional(),
  TELEGRAM_SECRET_TOKEN: z.string().optional(),
  TELEGRAM_API_URL: webAddress.default('https://api.telegram.org'),
  VIBER_AUTH_TOKEN: z.string().optional(),
  VIBER_API_URL: webAddress.default('https://chatapi.viber.com'),
  ZALO_APP_ID: z.string().optional(),
  ZALO_APP_SECRET: z.string().optional(),
  ZALO_OA_ID: z.string().optional(),
  ZALO_OA_SECRET: z.string().optional(),
  ZALO_REFRESH_TOKEN: z.string().optional(),
  ZALO_SITE_VERIFICATION: z.string().optional(),
  ZALO_API_URL: webAddress.default('https://openapi.zalo.me'),
  ZALO_OAUTH_URL: webAddress.default('https://oauth.zaloapp.com'),
} as const;

type Environment = z.infer<z.ZodObject<typeof channelEnvironment>>;

const azureServiceHosts = [
  'smba.trafficmanager.net',
  'directline.botframework.com',
  'webchat.botframework.com',
];

type Read =
  | Readonly<{ status: 'read'; settings: ChannelSettings }>
  | Readonly<{ status: 'incomplete'; lines: readonly string[] }>;

/** Reads the settings of all channels; a channel of which only some variables are set is named with what is missing. */
export function readChannelSettings(env: Environment): Read {
  const lines: string[] = [];
  const whole = <Name extends keyof Environment>(...names: readonly Name[]) => {
    const missing = names.filter((name) => env[name] === undefined);
    if (missing.length === names.length) return undefined;
    const together = names.join(', ');
    lines.push(...missing.map((name) => `${name}: is missing; this channel needs all of ${together}`));
    return (name: Name): string => env[name] ?? '';
  };
  const azure = whole('MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD');
  const messenger = whole(
    'MESSENGER_PAGE_ID',
    'MESSENGER_APP_SECRET',
    'MESSENGER_VERIFY_TOKEN',
    'MESSENGER_PAGE_TOKEN',
  );
  const telegram = whole('TELEGRAM_BOT_TOKEN', 'TELEGRAM_SECRET_TOKEN');
  const zalo = whole('ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_ID', 'ZALO_OA_SECRET', 'ZALO_REFRESH_TOKEN');
  if (lines.length > 0) return { status: 'incomplete', lines };
  return {
    status: 'read',
    settings: {
      botframework: azure && {
        appId: azure('MICROSOFT_APP_ID'),
        appPassword: azure('MICROSOFT_APP_PASSWORD'),
        tenantId: env.MICROSOFT_APP_TENANT_ID,
        loginUrl: withoutSlash(env.MICROSOFT_LOGIN_URL),
        serviceUrlAllow: readHosts(env.SERVICE_URL_ALLOW) ?? azureServiceHosts,
      },
      messenger: messenger && {
        pageId: messenger('MESSENGER_PAGE_ID'),
        appSecret: messenger('MESSENGER_APP_SECRET'),
        verifyToken: messenger('MESSENGER_VERIFY_TOKEN'),
        pageToken: messenger('MESSENGER_PAGE_TOKEN'),
        apiUrl: withoutSlash(env.MESSENGER_API_URL),
      },
      telegram: telegram && {
        botToken: telegram('TELEGRAM_BOT_TOKEN'),
        secretToken: telegram('TELEGRAM_SECRET_TOKEN'),
        apiUrl: withoutSlash(env.TELEGRAM_API_URL),
      },
      viber:
        env.VIBER_AUTH_TOKEN === undefined
          ? undefined
          : { authToken: env.VIBER_AUTH_TOKEN, apiUrl: withoutSlash(env.VIBER_API_URL) },
      zalo: zalo && {
        appId: zalo('ZALO_APP_ID'),
        appSecret: zalo('ZALO_APP_SECRET'),
        oaId: zalo('ZALO_OA_ID'),
        oaSecret: zalo('ZALO_OA_SECRET'),
        refreshToken: zalo('ZALO_REFRESH_TOKEN'),
        apiUrl: withoutSlash(env.ZALO_API_URL),
        oauthUrl: withoutSlash(env.ZALO_OAUTH_URL),
      },
      zaloSiteVerification: env.ZALO_SITE_VERIFICATION,
    },
  };
}

function readHosts(list: string | undefined): readonly string[] | undefined {
  return list
    ?.split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '');
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
