import { describe, expect, test } from '@jest/globals';
import { createArrivalLimit } from '../../src/http/arrivalLimit.js';
import { createRateLimit } from '../../src/http/rateLimit.js';
import { words } from '../support/openInstance.js';
import type { HttpRequest } from '../../src/http/Route.js';

describe('how many may arrive', () => {
  const open = () => createArrivalLimit(createRateLimit, { address: 2, event: 3, events: 5 }).arrival;
  const times = async (count: number, arrive: () => Promise<void>): Promise<readonly string[]> => {
    const results: string[] = [];
    for (let at = 0; at < count; at += 1)
      results.push(
        await arrive().then(
          () => 'in',
          () => 'refused',
        ),
      );
    return results;
  };
  const from = (address: string): HttpRequest => ({
    method: 'POST',
    path: '/chat/session',
    params: {},
    query: new URLSearchParams(),
    headers: {},
    cookies: new Map(),
    body: Buffer.alloc(0),
    address,
    locale: 'vi',
    words: words('vi'),
  });
  const [here, there] = [from('10.0.0.1'), from('10.0.0.2')];

  test('an address without an event has its own budget', async () => {
    const arrive = open();
    expect(await times(3, () => arrive(here, undefined))).toEqual(['in', 'in', 'refused']);
    expect(await times(1, () => arrive(there, undefined))).toEqual(['in']);
  });

  test('an event has one budget for all its guests, whatever address they have', async () => {
    const arrive = open();
    await times(3, () => arrive(here, undefined));
    expect(await times(2, () => arrive(here, 'TN01--CHO'))).toEqual(['in', 'in']);
    expect(await times(2, () => arrive(there, 'tn01--cho'))).toEqual(['in', 'refused']);
    expect(await times(1, () => arrive(there, 'TN01--XA'))).toEqual(['in']);
  });

  test('whoever invents codes gets no further than an address may', async () => {
    const arrive = open();
    let invented = 0;
    const results = await times(6, () => arrive(here, `X${(invented += 1)}`));
    expect(results).toEqual(['in', 'in', 'in', 'in', 'in', 'refused']);
    expect(await times(1, () => arrive(there, 'X7'))).toEqual(['in']);
  });
});
