import { z } from 'zod';
import type { RunningService } from '../../src/main.js';

/** Somebody who is logged in to the console's API. */
export class Officer {
  private constructor(
    readonly base: string,
    readonly cookie: string,
  ) {}

  /** Logs in; throws with the answer when that is refused. */
  static async logIn(base: string, username: string, password: string): Promise<Officer> {
    const response = await fetch(`${base}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'an-sinh' },
      body: JSON.stringify({ username, password }),
    });
    if (!response.ok) throw new Error(`log-in answered ${response.status}: ${await response.text()}`);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return new Officer(base, cookie);
  }

  /** The first administrator with a password of his own, ready to work. */
  static async firstAdministrator(
    service: Pick<RunningService, 'address' | 'firstAdministrator'>,
    password = 'núi cao sông dài 88',
  ): Promise<Officer> {
    const { firstAdministrator, address } = service;
    if (firstAdministrator === undefined) throw new Error('This store had its first administrator already.');
    const first = await Officer.logIn(
      address,
      firstAdministrator.username,
      firstAdministrator.oneTimePassword,
    );
    await first.send('POST', '/session/password', {
      current: firstAdministrator.oneTimePassword,
      next: password,
    });
    return first;
  }

  /** A new officer made by this administrator, logged in with a password of his own. */
  async hire(username: string, password = 'con đò bến nước 77'): Promise<Officer> {
    const made = await this.send('POST', '/accounts', { username, name: 'Cán bộ', role: 'officer' });
    const { oneTimePassword } = z.object({ oneTimePassword: z.string() }).parse(await made.json());
    const officer = await Officer.logIn(this.base, username, oneTimePassword);
    await officer.send('POST', '/session/password', { current: oneTimePassword, next: password });
    return officer;
  }

  /** Any call under /api/v1. */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return fetch(`${this.base}/api/v1${path}`, {
      method,
      headers: {
        Cookie: this.cookie,
        'X-Requested-With': 'an-sinh',
        'Content-Type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}
