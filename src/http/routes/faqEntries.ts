import { z } from 'zod';
import type { ContentStore, StoredEntry } from '../../content/index.js';
import { faqEntry } from '../../faq/index.js';
import { foldText } from '../../language/index.js';
import { recordAudit } from '../../records/index.js';
import { HttpProblem } from '../HttpProblem.js';
import { ifMatchVersion } from '../ifMatch.js';
import { listReply, readListQuery } from '../listQuery.js';
import { readJson } from '../readJson.js';
import { json, type HttpReply, type HttpRequest, type Route } from '../Route.js';
import { guard, type SessionOptions, type SignedInRequest } from '../session.js';

const entryFilter = z.strictObject({
  id: z.array(z.string()).optional(),
  product: z.enum(['vsi', 'hhi', 'common']).optional(),
  q: z.string().max(200).optional(),
  state: z.enum(['current', 'due', 'expired']).optional(),
});
const reason = z.string().trim().max(500).default('');
/** The form sends back what it read: the fields that the server adds are let through and ignored. */
const entryChange = faqEntry.omit({ id: true, product: true }).loose().extend({ reason });
const previewRequest = z.object({ entry: faqEntry.loose() });
const restoreRequest = z.strictObject({ version: z.int().min(1) });

const tryRequest = z.strictObject({
  question: z.string().min(1).max(2_000),
  locale: z.enum(['vi', 'en']).default('vi'),
});

export type FaqEntryOptions = SessionOptions & Readonly<{ content: ContentStore; today: () => string }>;

/** The answers, for administrators: list, edit with a check, versions, and going back to one. */
export function faqEntryRoutes(options: FaqEntryOptions): readonly Route[] {
  const { content, records, now, today } = options;
  return [
    {
      method: 'GET',
      path: '/api/v1/faq-entries',
      handle: guard(options, 'admin', async (request) => listEntries(options, request)),
    },
    {
      method: 'POST',
      path: '/api/v1/faq-entries/preview',
      handle: guard(options, 'admin', async (request) => {
        const entry = faqEntry.strip().parse(readJson(request, previewRequest).entry);
        return json(200, {
          preview: content.preview(entry, today()),
          findings: content.check(entry, today(), request.words),
        });
      }),
    },
    {
      method: 'POST',
      path: '/api/v1/faq-entries/try',
      handle: guard(options, 'admin', async (request) => {
        const { question, locale } = readJson(request, tryRequest);
        return json(200, content.snapshot().match(question, locale));
      }),
    },
    {
      method: 'GET',
      path: '/api/v1/faq-entries/:id',
      handle: guard(options, 'admin', async (request) => json(200, detail(options, find(options, request)))),
    },
    {
      method: 'PUT',
      path: '/api/v1/faq-entries/:id',
      handle: guard(options, 'admin', async (request) => {
        const stored = find(options, request);
        const { reason: why, ...change } = readJson(request, entryChange);
        const { id, product } = stored.entry;
        const entry = faqEntry.strip().parse({ ...change, id, product });
        const findings = content
          .check(entry, today(), request.words)
          .filter(({ severity }) => severity === 'error');
        if (findings.length > 0)
          throw new HttpProblem(422, 'content_check', request.words('http:content_check'), findings);
        return publish(options, request, { entry, reason: why, ifVersion: ifMatchVersion(request) });
      }),
    },
    {
      method: 'GET',
      path: '/api/v1/faq-entries/:id/versions',
      handle: guard(options, 'admin', async (request) => {
        const { versions } = find(options, request);
        const current = versions.at(-1)?.version;
        return json(
          200,
          versions.toReversed().map((version) => ({ ...version, current: version.version === current })),
        );
      }),
    },
    {
      method: 'POST',
      path: '/api/v1/faq-entries/:id/restore',
      handle: guard(options, 'admin', async (request) => {
        const { version } = readJson(request, restoreRequest);
        const stored = find(options, request);
        const wanted = stored.versions.find((candidate) => candidate.version === version);
        if (wanted === undefined)
          throw new HttpProblem(404, 'not_found', request.words('http:version_not_found'));
        await recordAudit(records, now(), {
          actorId: request.account.id,
          action: 'faq.restore',
          subject: stored.entry.id,
          detail: { version },
        });
        return publish(options, request, {
          entry: wanted.entry,
          reason: `↩ ${version}`,
          ifVersion: stored.version,
        });
      }),
    },
  ];
}

function listEntries({ content, today }: FaqEntryOptions, request: HttpRequest): HttpReply {
  const { sort, offset, limit, filter } = readListQuery(request, entryFilter);
  const wanted = foldText(filter.q ?? '');
  const items = content
    .entries()
    .map((stored) => summarise(stored, today()))
    .filter((item) => filter.id === undefined || filter.id.includes(item.id))
    .filter((item) => filter.product === undefined || item.product === filter.product)
    .filter((item) => filter.state === undefined || item.state === filter.state)
    .filter((item) =>
      foldText(`${item.id} ${item.title.vi} ${item.title.en} ${item.answer.vi}`).includes(wanted),
    );
  const keys = {
    id: (item: EntrySummary) => item.id,
    title: (item: EntrySummary) => foldText(item.title.vi),
    product: (item: EntrySummary) => item.product,
    updatedAt: (item: EntrySummary) => item.updatedAt,
    reviewBy: (item: EntrySummary) => item.reviewBy,
  } as const;
  const isKey = (field: string): field is keyof typeof keys => field in keys;
  const key = keys[isKey(sort.field) ? sort.field : 'id'];
  const ordered = items.toSorted(
    (one, other) => key(one).localeCompare(key(other)) || one.id.localeCompare(other.id),
  );
  const page = (sort.descending ? ordered.toReversed() : ordered).slice(offset, offset + limit);
  return listReply('faq-entries', page, { offset, total: items.length });
}

type EntrySummary = ReturnType<typeof summarise>;

const dueSoonMs = 30 * 24 * 60 * 60 * 1000;

function summarise({ entry, version, updatedAt, updatedBy }: StoredEntry, today: string) {
  const { id, product, title, answer, phrasings, nextStep, reviewBy } = entry;
  const dueFrom = new Date(Date.parse(reviewBy) - dueSoonMs).toISOString().slice(0, 10);
  const state = today > reviewBy ? 'expired' : today >= dueFrom ? 'due' : 'current';
  return {
    id,
    product,
    title,
    answer,
    phrasingCount: phrasings.vi.length,
    nextStep,
    version,
    updatedAt,
    updatedBy,
    reviewBy,
    state,
  };
}

function find({ content }: FaqEntryOptions, request: HttpRequest): StoredEntry {
  const stored = content.entry(request.params.id ?? '');
  if (stored === undefined) throw new HttpProblem(404, 'not_found', request.words('http:not_found'));
  return stored;
}

function detail({ content, today }: FaqEntryOptions, stored: StoredEntry) {
  const { entry, version, updatedAt, updatedBy } = stored;
  return { ...entry, version, updatedAt, updatedBy, preview: content.preview(entry, today()) };
}

async function publish(
  options: FaqEntryOptions,
  request: SignedInRequest,
  change: Readonly<{ entry: z.infer<typeof faqEntry>; reason: string; ifVersion: number }>,
): Promise<HttpReply> {
  const { content, records, now } = options;
  const result = await content.save({ ...change, by: request.account.name }, now());
  if (result.status === 'stale') throw new HttpProblem(412, 'stale', request.words('http:stale'));
  const detailOfChange = { version: result.stored.version };
  await recordAudit(records, now(), {
    actorId: request.account.id,
    action: 'faq.publish',
    subject: change.entry.id,
    detail: detailOfChange,
  });
  return json(200, detail(options, result.stored));
}
