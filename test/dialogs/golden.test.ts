import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunningService } from '../../src/main.js';
import { Citizen, type Heard } from '../support/Citizen.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { exampleDay, startTestService } from '../support/testService.js';
import { cards } from './golden/cards.js';
import { comparisons } from './golden/comparisons.js';
import type { Conversation, Turn } from './golden/Conversation.js';
import { estimates } from './golden/estimates.js';
import { families } from './golden/families.js';
import { guides } from './golden/guides.js';
import { keeping } from './golden/keeping.js';
import { leads } from './golden/leads.js';
import { newYear } from './golden/newYear.js';
import { occupations } from './golden/occupations.js';
import { oddities } from './golden/oddities.js';
import { plans } from './golden/plans.js';
import { voice } from './golden/voice.js';
import { wholeJourneys } from './golden/wholeJourneys.js';

const publicUrl = 'http://an-sinh.test';
const longestBubble = 320;
const journeys = [...plans, ...comparisons, ...families, ...occupations, ...cards];
const conversations = [
  ...voice,
  ...journeys,
  ...estimates,
  ...newYear,
  ...leads,
  ...guides,
  ...wholeJourneys,
  ...keeping,
  ...oddities,
];

describe.each(storeNames)('golden conversations on %s', (name) => {
  let store: TestStore;
  let services: readonly RunningService[] = [];
  let day = exampleDay();

  beforeAll(async () => {
    store = await createStore(name);
    // Two instances over one store: no turn may rest on what the other one remembers.
    for (let index = 0; index < 2; index += 1) {
      const options = { now: () => day, env: { PUBLIC_URL: publicUrl } };
      services = [...services, await startTestService(store, options)];
    }
  });
  afterAll(async () => {
    for (const service of services) await service.stop();
    await store.drop();
  });

  test.each(conversations.map((conversation) => ({ ...conversation })))('$title', async (conversation) => {
    day = dayOf(conversation);
    const locale = conversation.client ?? 'vi-VN';
    const citizen = await Citizen.arrive(addressOf(0), locale);
    for (const [index, turn] of conversation.turns.entries()) {
      citizen.moveTo(addressOf(index + 1));
      await check(turn, await citizen.say(turn.say, locale), addressOf(index));
    }
  });

  function addressOf(index: number): string {
    const service = services[index % 2];
    if (service === undefined) throw new Error('The services did not start.');
    return service.address;
  }
});

/** Noon in Vietnam of the conversation's day. */
function dayOf({ day }: Conversation): Date {
  return day === undefined ? exampleDay() : new Date(`${day}T05:00:00Z`);
}

async function check(turn: Turn, replies: readonly Heard[], otherInstance: string): Promise<void> {
  const text = replies.map((reply) => plain(reply.text)).join('\n');
  const last = replies.at(-1);
  const where = `after “${turn.say.slice(0, 80)}”`;
  for (const wanted of turn.has ?? []) {
    expect({ where, text }).toEqual({ where, text: containing(wanted) });
  }
  for (const unwanted of turn.lacks ?? []) {
    expect({ where, text }).not.toEqual({ where, text: containing(unwanted) });
  }
  const buttons = (last?.suggestedActions?.actions ?? []).map(({ title }) => plain(title));
  expect({ where, buttons }).toEqual({ where, buttons: expect.arrayContaining([...(turn.buttons ?? [])]) });
  if (turn.expects !== undefined) {
    expect({ where, expects: last?.channelData?.expects ?? null }).toEqual({ where, expects: turn.expects });
  }
  if (turn.locale !== undefined) {
    expect(replies.map(({ locale }) => locale)).toEqual(replies.map(() => turn.locale));
  }
  const lead = replies.flatMap(({ channelData }) => channelData?.lead?.reference ?? []);
  expect({ where, leads: lead.length }).toEqual({ where, leads: turn.lead === true ? 1 : 0 });
  for (const reference of lead) expect(text).toContain(reference);
  await checkPicture(turn, replies, otherInstance);
  await checkPage(turn, replies, otherInstance);
  if (turn.estimate !== undefined) await checkEstimate(turn.estimate, replies, otherInstance);
}

/** A picture has an address under the public one, says what it shows, and is there on every instance. */
async function checkPicture({ picture }: Turn, replies: readonly Heard[], base: string): Promise<void> {
  if (picture === undefined) return;
  const shown = replies.flatMap(({ attachments }) => attachments ?? []);
  expect(shown.map(({ contentUrl }) => contentUrl)).toEqual([`${publicUrl}/guides/${picture}`]);
  for (const { contentType, contentUrl, name } of shown) {
    expect({ contentType, name }).toEqual({
      contentType: 'image/svg+xml',
      name: expect.stringMatching(/\p{L}{2}/u),
    });
    const response = await fetch(contentUrl.replace(publicUrl, base));
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
  }
}

/** Wherever an estimate's address is told, its bubble is short and its page is there on every instance. */
async function checkPage({ page = [] }: Turn, replies: readonly Heard[], base: string): Promise<void> {
  const told = replies.map(({ text }) => text).filter((text) => text.includes(`${publicUrl}/e/`));
  for (const text of told) {
    expect(text.length).toBeLessThanOrEqual(longestBubble);
    const [address = ''] = /http\S+\/e\/[\w-]+/.exec(text) ?? [];
    const response = await fetch(address.replace(publicUrl, base));
    expect(response.status).toBe(200);
    const html = plain(await response.text());
    for (const shown of page) expect(html).toContain(shown);
  }
  if (page.length > 0) expect(told).toHaveLength(1);
}

/** The reference under which an estimate was given opens the same figures, on whichever instance. */
async function checkEstimate(
  figures: Readonly<Record<string, unknown>>,
  replies: readonly Heard[],
  base: string,
): Promise<void> {
  const [reference] = replies.flatMap(({ channelData }) => channelData?.estimate?.reference ?? []);
  const response = await fetch(`${base}/api/v1/estimates/${reference}`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ status: 'amount', reference, ...figures });
}

function containing(wanted: string | RegExp): unknown {
  return typeof wanted === 'string' ? expect.stringContaining(wanted) : expect.stringMatching(wanted);
}

/** Without bold, and with ordinary spaces. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('**', '');
}
