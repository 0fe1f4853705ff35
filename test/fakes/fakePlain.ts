import { z } from 'zod';
import type { Adapter } from '../../src/channels/contract.js';
import { plainTextOnly, renderMessage } from '../../src/channels/render/index.js';
import { readJsonBody } from '../../src/channels/readJsonBody.js';
import { words } from '../support/openInstance.js';
import { FakeApi } from './FakeApi.js';
import type { FakePlatform } from './FakePlatform.js';
import { Screens } from './Screens.js';

const secret = 'plain-secret-for-tests';
const inbound = z.object({ id: z.string(), from: z.string(), text: z.string(), locale: z.string() });
const outbound = z.object({ to: z.string(), text: z.string().min(1).max(plainTextOnly.textLimit) });

/** A channel that knows text and nothing else, like an SMS gateway. Its adapter is the shortest there can be. */
export async function fakePlain(): Promise<FakePlatform & Readonly<{ adapter: Adapter }>> {
  const screens = new Screens();
  let ids = 0;
  const api = new FakeApi(({ raw }) => {
    const { to, text } = outbound.parse(JSON.parse(raw));
    screens.open(to).push({ text, buttons: [] });
    return { body: {} };
  });
  await api.start();

  const adapter: Adapter = {
    name: 'plain',
    path: '/webhooks/plain',
    capabilities: { ...plainTextOnly, perSecond: 1_000 },
    verify: ({ headers }) => (headers['x-secret'] === secret ? 'genuine' : 'forged'),
    decode: (body) => {
      const parsed = inbound.safeParse(readJsonBody(body));
      if (!parsed.success) return [];
      const { id, from, text, locale } = parsed.data;
      return [
        {
          kind: 'message',
          conversationId: `plain:${from}`,
          userId: from,
          at: 0,
          key: `plain:${id}`,
          address: from,
          activity: { type: 'message', text, locale, from: { id: from, role: 'user' } },
        },
      ];
    },
    encode: ({ seq, address, activity }) =>
      renderMessage({
        message: activity,
        seq,
        capabilities: plainTextOnly,
        words: words(activity.locale === 'en' ? 'en' : 'vi'),
      }).parts.map((text) => ({ path: 'send', body: { to: address, text } })),
    classify: ({ status }) =>
      status === 'answered' ? { status: 'sent' } : { status: 'retry', reason: 'no_answer' },
    wire: ({ path }) => ({ url: `${api.address}/${path}`, headers: {} }),
  };

  return {
    name: 'plain',
    api,
    tellsLanguage: true,
    adapter,
    door: adapter.path,
    env: () => ({}),
    conversationOf: (citizen) => `plain:${citizen}`,
    shownTo: screens.open,
    write: (citizen, text, { locale = 'vi' } = {}) => {
      ids += 1;
      return {
        raw: JSON.stringify({ id: String(ids), from: citizen, text, locale }),
        headers: { 'X-Secret': secret },
      };
    },
    press: () => {
      throw new Error('There are no buttons here.');
    },
    block: () => undefined,
    strange: () => ({ raw: '{"odd":1}', headers: { 'X-Secret': secret } }),
    sign: (raw) => ({ raw, headers: { 'X-Secret': secret } }),
    secrets: [secret],
    forge: ({ raw }) => [{ raw, headers: {} }],
    stop: () => api.stop(),
  };
}
