import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { DirectLineTokens, tokenLifetimeS } from '../../../src/channels/webchat/DirectLineTokens.js';

const claims = { conversationId: 'talk', userId: 'dl_somebody' };
const minuteMs = 60_000;

describe('tokens between instances whose clocks differ', () => {
  const tokens = new DirectLineTokens(new Uint8Array(32), 'urn:test');

  afterEach(() => {
    jest.useRealTimers();
  });

  test('one from a clock that is ahead opens its conversation at once', async () => {
    const issued = await issueAt(Date.now() + 10 * minuteMs);
    expect(await tokens.check(issued, 'directline')).toEqual({ status: 'valid', claims });
  });

  test('one from a clock that is behind is valid for what is left of its time', async () => {
    const lifetimeMs = tokenLifetimeS * 1_000;
    expect(await tokens.check(await issueAt(Date.now() - lifetimeMs + minuteMs), 'directline')).toMatchObject(
      {
        status: 'valid',
      },
    );
    expect(await tokens.check(await issueAt(Date.now() - lifetimeMs - minuteMs), 'directline')).toEqual({
      status: 'expired',
    });
  });

  async function issueAt(now: number): Promise<string> {
    jest.useFakeTimers({ now, doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask'] });
    try {
      return await tokens.issue(claims);
    } finally {
      jest.useRealTimers();
    }
  }
});
