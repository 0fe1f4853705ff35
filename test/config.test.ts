import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig, type Config } from '../src/config.js';

const key = Buffer.alloc(32, 9).toString('base64');

const noChannels: Config['channels'] = {
  botframework: undefined,
  messenger: undefined,
  telegram: undefined,
  viber: undefined,
  zalo: undefined,
  zaloSiteVerification: undefined,
};

function faultsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
  return [];
}

describe('the settings from the environment', () => {
  test('are complete without any variable', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 8080,
      publicUrl: 'http://127.0.0.1:8080',
      dataDir: resolve('data'),
      databaseUrl: undefined,
      databaseListenUrl: undefined,
      dataKey: undefined,
      logLevel: 'info',
      trustedProxies: 0,
      unansweredDays: 90,
      metricsToken: undefined,
      production: false,
      channels: noChannels,
    });
  });

  test('an empty variable counts as one that is not set', () => {
    const names = ['HOST', 'PORT', 'PUBLIC_URL', 'DATA_DIR', 'DATABASE_URL', 'DATA_KEY', 'LOG_LEVEL'];
    const more = ['TRUSTED_PROXIES', 'NODE_ENV', 'MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD'];
    const empty = Object.fromEntries([...names, ...more].map((name) => [name, '']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  test('are taken as given', () => {
    expect(
      readConfig({
        HOST: '0.0.0.0',
        PORT: '80',
        PUBLIC_URL: 'https://ansinh.example.vn///',
        DATA_DIR: '/srv/an-sinh',
        DATABASE_URL: 'postgresql://u:p@db/an_sinh',
        DATA_KEY: key,
        LOG_LEVEL: 'silent',
        TRUSTED_PROXIES: '2',
        UNANSWERED_DAYS: '30',
        METRICS_TOKEN: 'sixteen-letters-or-more',
        NODE_ENV: 'production',
        UNKNOWN: 'left alone',
      }),
    ).toEqual({
      host: '0.0.0.0',
      port: 80,
      publicUrl: 'https://ansinh.example.vn',
      dataDir: '/srv/an-sinh',
      databaseUrl: 'postgresql://u:p@db/an_sinh',
      databaseListenUrl: 'postgresql://u:p@db/an_sinh',
      dataKey: key,
      logLevel: 'silent',
      trustedProxies: 2,
      unansweredDays: 30,
      metricsToken: 'sixteen-letters-or-more',
      production: true,
      channels: noChannels,
    });
    expect(readConfig({ HOST: 'localhost', PORT: '0' }).publicUrl).toBe('http://localhost:0');
  });

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '80.5'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80 81'],
    ['PUBLIC_URL', 'ansinh.example.vn'],
    ['PUBLIC_URL', 'ftp://ansinh.example.vn'],
    ['PUBLIC_URL', 'https://'],
    ['DATABASE_URL', 'mysql://db/an_sinh'],
    ['DATABASE_URL', 'db/an_sinh'],
    ['DATA_KEY', 'short'],
    ['DATA_KEY', Buffer.alloc(31).toString('base64')],
    ['DATA_KEY', Buffer.alloc(32).toString('hex')],
    ['LOG_LEVEL', 'loud'],
    ['LOG_LEVEL', 'INFO'],
    ['TRUSTED_PROXIES', 'one'],
    ['TRUSTED_PROXIES', '-1'],
    ['TRUSTED_PROXIES', '1.5'],
  ])('%s=%s is refused by name, with what it should be', (name, value) => {
    const [line, ...others] = faultsOf({ [name]: value });
    expect(others).toEqual([]);
    expect(line).toMatch(new RegExp(`^${name}: must `));
    expect(line).not.toContain(key);
  });

  test('every wrong variable is told at once, in one message', () => {
    const wrong = { PORT: 'x', DATA_KEY: 'x', LOG_LEVEL: 'x', DATABASE_URL: 'x', PUBLIC_URL: 'x' };
    const lines = faultsOf({ ...wrong, TRUSTED_PROXIES: 'x' });
    expect(lines.map((line) => line.split(':')[0]).toSorted()).toEqual(
      [...Object.keys(wrong), 'TRUSTED_PROXIES'].toSorted(),
    );
    expect(() => readConfig(wrong)).toThrow(/PORT[^]*DATA_KEY/);
  });

  test('a secret that is refused is not repeated in the message', () => {
    expect(() => readConfig({ DATA_KEY: 'my-secret-key' })).toThrow(/^(?![^]*my-secret-key)/);
    expect(() => readConfig({ DATABASE_URL: 'mysql://u:my-secret@db' })).toThrow(/^(?![^]*my-secret)/);
  });

  const together = {
    botframework: ['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD'],
    messenger: [
      'MESSENGER_PAGE_ID',
      'MESSENGER_APP_SECRET',
      'MESSENGER_VERIFY_TOKEN',
      'MESSENGER_PAGE_TOKEN',
    ],
    telegram: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_SECRET_TOKEN'],
    zalo: ['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_ID', 'ZALO_OA_SECRET', 'ZALO_REFRESH_TOKEN'],
  } as const;
  const channels = Object.entries(together).map(([channel, names]) => ({ channel, names }));

  test.each(channels)('$channel needs all of its settings, and each missing one is named', ({ names }) => {
    for (const left of names) {
      const given = Object.fromEntries(
        names.filter((name) => name !== left).map((name) => [name, 'secret-x']),
      );
      const lines = faultsOf(given);
      expect(lines.map((line) => line.split(':')[0])).toEqual([left]);
      expect(lines.join()).not.toContain('secret-x');
    }
  });

  test.each(channels)('$channel exists with all of its settings, and no other does', ({ channel, names }) => {
    const given = Object.fromEntries(names.map((name) => [name, `of ${name}`]));
    const open = Object.entries(readConfig(given).channels).filter(([, settings]) => settings !== undefined);
    expect(open.map(([name]) => name)).toEqual([channel]);
  });

  test('addresses of stand-ins lose their last slash, and must be addresses', () => {
    const given = { TELEGRAM_BOT_TOKEN: 't', TELEGRAM_SECRET_TOKEN: 's' };
    const { telegram } = readConfig({ ...given, TELEGRAM_API_URL: 'http://127.0.0.1:9/' }).channels;
    expect(telegram?.apiUrl).toBe('http://127.0.0.1:9');
    expect(readConfig(given).channels.telegram?.apiUrl).toBe('https://api.telegram.org');
    expect(faultsOf({ ZALO_API_URL: 'openapi' })[0]).toMatch(/^ZALO_API_URL: must /);
  });

  test('the hosts of Azure are allowed where none are given', () => {
    const azure = { MICROSOFT_APP_ID: 'id', MICROSOFT_APP_PASSWORD: 'p' };
    expect(readConfig(azure).channels.botframework?.serviceUrlAllow).toContain('smba.trafficmanager.net');
    const more = { MICROSOFT_APP_TENANT_ID: 't', SERVICE_URL_ALLOW: ' a.example , ,b.example' };
    expect(readConfig({ ...azure, ...more }).channels.botframework).toEqual({
      loginUrl: 'https://login.microsoftonline.com',
      appId: 'id',
      appPassword: 'p',
      tenantId: 't',
      serviceUrlAllow: ['a.example', 'b.example'],
    });
  });
});
