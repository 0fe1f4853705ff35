import { z } from 'zod';
import {
  noTopic,
  testQuestion,
  type ContentStore,
  type Judgement,
  type StoredTestQuestion,
  type TestQuestion,
  type TestQuestionSaved,
  type TestQuestionStore,
} from '../../content/index.js';
import { faqEntry } from '../../faq/index.js';
import { foldText } from '../../language/index.js';
import { recordAudit } from '../../records/index.js';
import { HttpProblem } from '../HttpProblem.js';
import { ifMatchVersion } from '../ifMatch.js';
import { listReply, readListQuery } from '../listQuery.js';
import { readJson } from '../readJson.js';
import { json, type HttpReply, type HttpRequest, type Route } from '../Route.js';
import { guard, type SessionOptions, type SignedInRequest } from '../session.js';

const questionFilter = z.strictObject({
  id: z.array(z.string()).optional(),
  q: z.string().max(200).optional(),
  result: z.enum(['right', 'offered', 'wrong']).optional(),
  expected: z.string().max(100).optional(),
});
const reason = z.string().trim().max(500).default('');
/** The form sends back what it read: the fields that the server adds are let through and ignored. */
const questionChange = testQuestion.loose().extend({ reason });
const removal = z.strictObject({ reason });
const trialRequest = z.strictObject({ entry: faqEntry.loose() });

export type TestQuestionOptions = SessionOptions &
  Readonly<{ content: ContentStore; tests: TestQuestionStore }>;

/** The questions with which administrators try the answers: list with results, edit with versions, and a trial before publishing. */
export function testQuestionRoutes(options: TestQuestionOptions): readonly Route[] {
  const { content, tests } = options;
  return [
    {
      method: 'GET',
      path: '/api/v1/test-questions',
      handle: guard(options, 'admin', async (request) => listQuestions(options, request)),
    },
    {
      method: 'POST',
      path: '/api/v1/test-questions',
      handle: guard(options, 'admin', async (request) => {
        const { reason: why, ...rest } = readJson(request, questionChange);
        const question = checked(content, request, testQuestion.strip().parse(rest));
        return save(options, request, { id: tests.newId(), question, reason: why, ifVersion: null });
      }),
    },
    {
      method: 'POST',
      path: '/api/v1/test-questions/trial',
      handle: guard(options, 'admin', async (request) => {
        const entry = faqEntry.strip().parse(readJson(request, trialRequest).entry);
        return json(200, await tryEntry(options, content.rehearse(entry)));
      }),
    },
    {
      method: 'GET',
      path: '/api/v1/test-questions/:id',
      handle: guard(options, 'admin', async (request) => reply(options, await find(tests, request))),
    },
    {
      method: 'GET',
      path: '/api/v1/test-questions/:id/versions',
      handle: guard(options, 'admin', async (request) =>
        json(200, (await find(tests, request)).versions.toReversed()),
      ),
    },
    {
      method: 'PUT',
      path: '/api/v1/test-questions/:id',
      handle: guard(options, 'admin', async (request) => {
        const { id } = await find(tests, request);
        const { reason: why, ...rest } = readJson(request, questionChange);
        const question = checked(content, request, testQuestion.strip().parse(rest));
        return save(options, request, { id, question, reason: why, ifVersion: ifMatchVersion(request) });
      }),
    },
    {
      method: 'DELETE',
      path: '/api/v1/test-questions/:id',
      handle: guard(options, 'admin', async (request) => {
        const { id } = await find(tests, request);
        const { reason: why } = readJson(request, removal);
        return save(options, request, {
          id,
          question: null,
          reason: why,
          ifVersion: ifMatchVersion(request),
        });
      }),
    },
  ];
}

async function listQuestions(options: TestQuestionOptions, request: HttpRequest): Promise<HttpReply> {
  const { sort, offset, limit, filter } = readListQuery(request, questionFilter);
  const results = await resultsNow(options);
  const wanted = foldText(filter.q ?? '');
  const items = (await options.tests.list())
    .map((stored) => summarise(stored, results.get(stored.id)))
    .filter(({ id }) => filter.id === undefined || filter.id.includes(id))
    .filter(({ result }) => filter.result === undefined || result === filter.result)
    .filter(({ expected }) => filter.expected === undefined || expected === filter.expected)
    .filter(({ question, expected }) => foldText(`${question} ${expected}`).includes(wanted));
  const keys = {
    question: (item: Summary) => foldText(item.question),
    expected: (item: Summary) => item.expected,
    result: (item: Summary) => String(['wrong', 'offered', 'right'].indexOf(item.result)),
    updatedAt: (item: Summary) => item.updatedAt,
  } as const;
  const isKey = (field: string): field is keyof typeof keys => field in keys;
  const key = keys[isKey(sort.field) ? sort.field : 'question'];
  const ordered = items.toSorted(
    (one, other) => key(one).localeCompare(key(other)) || one.id.localeCompare(other.id),
  );
  const page = (sort.descending ? ordered.toReversed() : ordered).slice(offset, offset + limit);
  return listReply('test-questions', page, { offset, total: items.length });
}

type Summary = ReturnType<typeof summarise>;

function summarise(stored: StoredTestQuestion, judgement: Judgement | undefined) {
  const { id, question, locale, expected, version, updatedAt, updatedBy } = stored;
  const { result, decision, topic } = judgement ?? { result: 'wrong', decision: 'handoff', topic: null };
  return { id, question, locale, expected, version, updatedAt, updatedBy, result, decision, topic };
}

async function reply(options: TestQuestionOptions, stored: StoredTestQuestion): Promise<HttpReply> {
  return json(200, summarise(stored, (await resultsNow(options)).get(stored.id)));
}

/** What every question gets from the published answers. */
async function resultsNow({ content, tests }: TestQuestionOptions): Promise<ReadonlyMap<string, Judgement>> {
  const { match } = content.snapshot();
  return tests.run(match);
}

/** Which questions would be answered otherwise; nothing is published by it. */
async function tryEntry(options: TestQuestionOptions, match: ReturnType<ContentStore['rehearse']>) {
  const before = await resultsNow(options);
  const after = await options.tests.run(match);
  const questions = await options.tests.list();
  const changes = questions.flatMap(({ id, question, locale, expected }) => {
    const [was, is] = [before.get(id), after.get(id)];
    if (was === undefined || is === undefined || was.result === is.result) return [];
    return [{ id, question, locale, expected, before: was, after: is }];
  });
  const isRight = ({ result }: Judgement): boolean => result === 'right';
  return {
    total: questions.length,
    right: {
      before: [...before.values()].filter(isRight).length,
      after: [...after.values()].filter(isRight).length,
    },
    lost: changes.filter((change) => isRight(change.before) || change.after.result === 'wrong'),
    gained: changes.filter((change) => isRight(change.after) || change.before.result === 'wrong'),
  };
}

async function find(tests: TestQuestionStore, request: HttpRequest): Promise<StoredTestQuestion> {
  const stored = await tests.find(request.params.id ?? '');
  if (stored === undefined) throw new HttpProblem(404, 'not_found', request.words('http:not_found'));
  return stored;
}

/** @throws HttpProblem 400 where what is expected is no topic. */
function checked(content: ContentStore, request: HttpRequest, question: TestQuestion): TestQuestion {
  const { expected } = question;
  if (expected === noTopic || content.entry(expected) !== undefined) return question;
  const message = request.words('content:unknown_topic', { topic: expected });
  throw new HttpProblem(400, 'bad_request', request.words('http:bad_request'), [
    { field: 'expected', message },
  ]);
}

async function save(
  options: TestQuestionOptions,
  request: SignedInRequest,
  change: Readonly<{ id: string; question: TestQuestion | null; reason: string; ifVersion: number | null }>,
): Promise<HttpReply> {
  const { tests, records, now } = options;
  const saved = await tests.save({ ...change, by: request.account.name }, now());
  if (saved.status !== 'saved') throw refusal(request, saved);
  await recordAudit(records, now(), {
    actorId: request.account.id,
    action: change.question === null ? 'test-question.remove' : 'test-question.save',
    subject: change.id,
    detail: { version: saved.version },
  });
  if (change.question === null) return { status: 204 };
  const stored = await tests.find(change.id);
  if (stored === undefined) throw new HttpProblem(412, 'stale', request.words('http:stale'));
  return reply(options, stored);
}

function refusal(
  request: HttpRequest,
  saved: Exclude<TestQuestionSaved, Readonly<{ status: 'saved'; id: string; version: number }>>,
): HttpProblem {
  if (saved.status === 'stale') return new HttpProblem(412, 'stale', request.words('http:stale'));
  return new HttpProblem(409, 'full', request.words('http:too_many_tests', { most: saved.most }));
}
