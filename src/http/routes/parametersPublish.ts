import { z } from 'zod';
import {
  writeFindings,
  type ContentStore,
  type ReadChange,
  type TableChange,
  type TableFinding,
} from '../../content/index.js';
import { recordAudit } from '../../records/index.js';
import { HttpProblem } from '../HttpProblem.js';
import { readJson, readValue } from '../readJson.js';
import { json, type HttpReply } from '../Route.js';
import type { SessionOptions, SignedInRequest } from '../session.js';

export type TableRouteOptions = SessionOptions & Readonly<{ content: ContentStore; today: () => string }>;

const query = z.object({ dryRun: z.enum(['true', 'false']).default('false') });
const withReason = z.looseObject({ reason: z.string().trim().max(500).default('') });

/** What an editor sent: the reason apart from the record. @throws HttpProblem 400 when it is no JSON object. */
export function readEdit(
  request: SignedInRequest,
): Readonly<{ reason: string; body: Readonly<Record<string, unknown>> }> {
  const { reason, ...body } = readJson(request, withReason);
  return { reason, body };
}

/** @throws HttpProblem 422 with one detail a field when the form of a change is wrong. */
export function acceptRead<Change extends TableChange>(
  request: SignedInRequest,
  read: ReadChange<Change>,
): Change {
  if (read.status === 'read') return read.change;
  throw refused(request, writeFindings(read.findings, request.words));
}

/**
 * Publishes a change of the parameter table with its audit record and answers with `saved`; with `?dryRun=true` it answers
 * instead what publishing would change, and nothing is changed.
 * @throws HttpProblem 422 with one detail a field, 412 when the record is another by now.
 */
export async function publishChange(
  { content, records, now, today }: TableRouteOptions,
  request: SignedInRequest,
  {
    change,
    reason,
    ifVersion,
    action,
    saved,
  }: Readonly<{
    change: TableChange;
    reason: string;
    ifVersion: number | null;
    action: string;
    saved: () => HttpReply;
  }>,
): Promise<HttpReply> {
  const { dryRun } = readValue(request, Object.fromEntries(request.query), query);
  const reader = { today: today(), locale: request.locale, words: request.words };
  const edit = { change, by: request.account.name, reason, ifVersion };
  if (dryRun === 'true') {
    if (content.isStale(edit)) throw stale(request);
    const compared = content.compare(change, reader);
    if (compared.status === 'refused') throw refused(request, compared.findings);
    const { warnings, figures, answers, estimates } = compared;
    return json(200, { warnings, figures, answers, estimates });
  }
  const result = await content.saveTable(edit, reader, now());
  if (result.status === 'stale') throw stale(request);
  if (result.status === 'refused') throw refused(request, result.findings);
  await recordAudit(records, now(), {
    actorId: request.account.id,
    action,
    subject: change.id,
    detail: { table: content.table().version },
  });
  return saved();
}

function refused(request: SignedInRequest, findings: readonly TableFinding[]): HttpProblem {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const details = errors.map(({ field, code, message }) => ({ field, code, message }));
  return new HttpProblem(422, 'content_check', request.words('http:content_check'), details);
}

function stale(request: SignedInRequest): HttpProblem {
  return new HttpProblem(412, 'stale', request.words('http:stale'));
}
