import { resolve } from 'node:path';
import { z } from 'zod';
import { channelEnvironment, readChannelSettings, type ChannelSettings } from './channels/settings.js';
import { webAddress } from './webAddress.js';

/** Settings of one process, read once from the environment. See the table in README.md. */
export type Config = Readonly<{
  host: string;
  port: number;
  /** Absolute address under which citizens reach the service, without a slash at the end. */
  publicUrl: string;
  /** Absolute path of the folder that receives everything the service writes. */
  dataDir: string;
  /** `postgres://…`, or undefined for the embedded SQLite file under `dataDir`. */
  databaseUrl: string | undefined;
  /** A direct way to the same database for hearing of changes, where `databaseUrl` leads through a pooler. */
  databaseListenUrl: string | undefined;
  /** 32 bytes in base64; undefined: made once and kept under `dataDir`. */
  dataKey: string | undefined;
  logLevel: LogLevel;
  /** How many proxies in front of the service may be believed about the caller's address. */
  trustedProxies: number;
  /** For how many days questions that got no answer are kept, without anything that tells who asked. */
  unansweredDays: number;
  /** Who brings it reads `/metrics` from another machine; undefined: nobody may. */
  metricsToken: string | undefined;
  production: boolean;
  /** What each channel besides the page needs; a channel without its settings doesn't exist. */
  channels: ChannelSettings;
}>;

export type LogLevel = (typeof logLevels)[number];

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/**
 * Reads the settings from environment variables.
 * @throws ConfigError naming every variable whose value can't be used and what it should look like.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(lines);
  }
  const env = parsed.data;
  const channels = readChannelSettings(env);
  if (channels.status === 'incomplete') throw new ConfigError(channels.lines);
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl: (env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/\/+$/, ''),
    dataDir: resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    databaseListenUrl: env.DATABASE_LISTEN_URL ?? env.DATABASE_URL,
    dataKey: env.DATA_KEY,
    logLevel: env.LOG_LEVEL,
    trustedProxies: env.TRUSTED_PROXIES,
    unansweredDays: env.UNANSWERED_DAYS,
    metricsToken: env.METRICS_TOKEN,
    production: env.NODE_ENV === 'production',
    channels: channels.settings,
  };
}

/** One or more environment variables can't be used. `lines` has one sentence per variable. */
export class ConfigError extends Error {
  constructor(readonly lines: readonly string[]) {
    super(`The environment can't be used:\n${lines.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const databaseAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// (leave it out for the embedded SQLite)')
  .optional();

const environmentSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number('must be a port number between 0 and 65535')
    .int('must be a whole number')
    .min(0, 'must be between 0 and 65535')
    .max(65535, 'must be between 0 and 65535')
    .default(8080),
  PUBLIC_URL: webAddress.optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: databaseAddress,
  DATABASE_LISTEN_URL: databaseAddress,
  DATA_KEY: z
    .string()
    .refine(
      (text) => Buffer.from(text, 'base64').length === 32,
      'must be 32 random bytes in base64 (openssl rand -base64 32)',
    )
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  TRUSTED_PROXIES: z.coerce
    .number('must be the number of proxies in front of the service')
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .default(0),
  UNANSWERED_DAYS: z.coerce
    .number('must be a number of days between 1 and 730')
    .int('must be a whole number of days')
    .min(1, 'must be 1 or more')
    .max(730, 'must be 730 or less')
    .default(90),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,}$/, 'must be 16 or more letters and digits (openssl rand -hex 32)')
    .optional(),
  NODE_ENV: z.string().optional(),
  ...channelEnvironment,
});
