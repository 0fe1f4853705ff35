import { z } from 'zod';
import type { ContentStore } from '../../content/index.js';
import { faqEntry } from '../../faq/index.js';
import { foldText } from '../../language/index.js';
import type { Cipher } from '../../privacy/index.js';
import { recordAudit } from '../../records/index.js';
import {
  groupByLikeness,
  readUnanswered,
  removeUnanswered,
  unansweredOutcomes,
  type UnansweredGroup,
} from '../../unanswered/index.js';
import { HttpProblem } from '../HttpProblem.js';
import { listReply, readListQuery } from '../listQuery.js';
import { readJson } from '../readJson.js';
import { json, type HttpReply, type Route } from '../Route.js';
import { guard, type SessionOptions, type SignedInRequest } from '../session.js';
import { startOfDay } from '../startOfDay.js';

const dayMs = 24 * 60 * 60 * 1000;
const mostListedWordings = 20;

const groupFilter = z.strictObject({
  outcome: z.enum(unansweredOutcomes).optional(),
  locale: z.enum(['vi', 'en']).optional(),
  q: z.string().max(200).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
/** What the group asks for is asked for like this too: one more wording of a topic. */
const adoption = z.strictObject({ topic: z.string(), wording: z.string().trim().min(3).max(300) });

export type UnansweredOptions = SessionOptions &
  Readonly<{ cipher: Cipher; content: ContentStore; today: () => string }>;

/** The questions that got no answer, for administrators: grouped by likeness, adopted as a wording of a topic, or put aside. */
export function unansweredRoutes(options: UnansweredOptions): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/v1/unanswered',
      handle: guard(options, 'admin', async (request) => listGroups(options, request)),
    },
    {
      method: 'GET',
      path: '/api/v1/unanswered/:id',
      handle: guard(options, 'admin', async (request) =>
        json(200, detail(await findGroup(options, request))),
      ),
    },
    {
      method: 'POST',
      path: '/api/v1/unanswered/:id/adopt',
      handle: guard(options, 'admin', async (request) => adopt(options, request)),
    },
    {
      method: 'DELETE',
      path: '/api/v1/unanswered/:id',
      handle: guard(options, 'admin', async (request) => {
        const { ids } = await findGroup(options, request);
        const count = await removeUnanswered(options.records.db, ids);
        await audit(options, request, 'unanswered.dismiss', 'unanswered', { count });
        return { status: 204 };
      }),
    },
  ];
}

async function listGroups(options: UnansweredOptions, request: SignedInRequest): Promise<HttpReply> {
  const { records, cipher } = options;
  const { sort, offset, limit, filter } = readListQuery(request, groupFilter);
  const kept = await readUnanswered(records, cipher, {
    ...(filter.from === undefined ? {} : { from: startOfDay(filter.from) }),
    ...(filter.to === undefined ? {} : { before: startOfDay(filter.to) + dayMs }),
  });
  const asked = kept
    .filter(({ outcome }) => filter.outcome === undefined || outcome === filter.outcome)
    .filter(({ locale }) => filter.locale === undefined || locale === filter.locale);
  const wanted = foldText(filter.q ?? '');
  const groups = groupByLikeness(asked).filter(({ wordings }) =>
    wordings.some(({ text }) => foldText(text).includes(wanted)),
  );
  await audit(options, request, 'unanswered.list', 'unanswered', { count: groups.length });
  const ordered = inOrder(groups, sort.field);
  const page = (sort.descending ? ordered.toReversed() : ordered).slice(offset, offset + limit);
  return listReply('unanswered', page.map(detail), { offset, total: groups.length });
}

/** Ascending; groups that are equal in what they are ordered by stand with the larger one last. */
function inOrder(groups: readonly UnansweredGroup[], field: string): readonly UnansweredGroup[] {
  const smallestFirst = groups.toReversed();
  if (field === 'lastAt') return smallestFirst.toSorted((a, b) => a.lastAt - b.lastAt);
  if (field === 'text')
    return smallestFirst.toSorted((a, b) => foldText(a.text).localeCompare(foldText(b.text)));
  return smallestFirst;
}

/** The group that a question belongs to among all that are kept, whatever the list was filtered by. */
async function findGroup(
  { records, cipher }: UnansweredOptions,
  request: SignedInRequest,
): Promise<UnansweredGroup> {
  const id = request.params.id ?? '';
  const groups = groupByLikeness(await readUnanswered(records, cipher));
  const found = groups.find(({ ids }) => ids.includes(id));
  if (found === undefined) throw new HttpProblem(404, 'not_found', request.words('http:not_found'));
  return found;
}

function detail({ wordings, firstAt, lastAt, ids: _ids, ...group }: UnansweredGroup) {
  return {
    ...group,
    firstAt: new Date(firstAt).toISOString(),
    lastAt: new Date(lastAt).toISOString(),
    wordings: wordings.slice(0, mostListedWordings),
    wordingCount: wordings.length,
  };
}

/** Adds the wording to the topic, publishes it, and is then done with the group: all at one press. */
async function adopt(options: UnansweredOptions, request: SignedInRequest): Promise<HttpReply> {
  const { content, records, now, today } = options;
  const { topic, wording } = readJson(request, adoption);
  const group = await findGroup(options, request);
  const stored = content.entry(topic);
  if (stored === undefined) {
    const message = request.words('content:unknown_topic', { topic });
    throw new HttpProblem(400, 'bad_request', request.words('http:bad_request'), [
      { field: 'topic', message },
    ]);
  }
  const { locale } = group;
  const known = stored.entry.phrasings[locale].some((other) => foldText(other) === foldText(wording));
  const entry = faqEntry.parse({
    ...stored.entry,
    phrasings: {
      ...stored.entry.phrasings,
      [locale]: known ? stored.entry.phrasings[locale] : [...stored.entry.phrasings[locale], wording],
    },
  });
  if (!known) {
    const findings = content
      .check(entry, today(), request.words)
      .filter(({ severity }) => severity === 'error');
    if (findings.length > 0)
      throw new HttpProblem(422, 'content_check', request.words('http:content_check'), findings);
    const change = { entry, by: request.account.name, ifVersion: stored.version };
    const saved = await content.save({ ...change, reason: request.words('http:adopted_reason') }, now());
    if (saved.status === 'stale') throw new HttpProblem(412, 'stale', request.words('http:stale'));
  }
  const count = await removeUnanswered(records.db, group.ids);
  const version = stored.version + (known ? 0 : 1);
  await audit(options, request, 'unanswered.adopt', topic, { count, version });
  return json(200, { id: group.id, topic, version, count });
}

async function audit(
  { records, now }: UnansweredOptions,
  request: SignedInRequest,
  action: string,
  subject: string,
  detailOfChange: Readonly<Record<string, number>>,
): Promise<void> {
  const actorId = request.account.id;
  await recordAudit(records, now(), { actorId, action, subject, detail: detailOfChange });
}
