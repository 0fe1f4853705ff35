import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from '../src/config.js';

const key = Buffer.alloc(32, 9).toString('base64');

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
      dataKey: undefined,
      logLevel: 'info',
      trustedProxies: 0,
      production: false,
      botFramework: undefined,
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
        NODE_ENV: 'production',
        UNKNOWN: 'left alone',
      }),
    ).toEqual({
      host: '0.0.0.0',
      port: 80,
      publicUrl: 'https://ansinh.example.vn',
      dataDir: '/srv/an-sinh',
      databaseUrl: 'postgresql://u:p@db/an_sinh',
      dataKey: key,
      logLevel: 'silent',
      trustedProxies: 2,
      production: true,
      botFramework: undefined,
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

  test('the Azure channel needs both the id and the password of its app', () => {
    expect(faultsOf({ MICROSOFT_APP_ID: 'id' })[0]).toMatch(/^MICROSOFT_APP_PASSWORD: /);
    expect(faultsOf({ MICROSOFT_APP_PASSWORD: 'p' })[0]).toMatch(/^MICROSOFT_APP_ID: /);
    const both = { MICROSOFT_APP_ID: 'id', MICROSOFT_APP_PASSWORD: 'p' };
    expect(readConfig(both).botFramework).toMatchObject({
      appId: 'id',
      appPassword: 'p',
      tenantId: undefined,
    });
    expect(readConfig(both).botFramework?.serviceUrlAllow).toContain('smba.trafficmanager.net');
    const more = { MICROSOFT_APP_TENANT_ID: 't', SERVICE_URL_ALLOW: ' a.example , ,b.example' };
    expect(readConfig({ ...both, ...more }).botFramework).toMatchObject({
      tenantId: 't',
      serviceUrlAllow: ['a.example', 'b.example'],
    });
  });
});
