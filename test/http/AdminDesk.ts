import { z } from 'zod';
import type { RunningService } from '../../src/main.js';
import { openRecords } from '../../src/records/index.js';
import { Officer } from '../support/Officer.js';
import type { TestStore } from '../support/stores.js';
import { exampleDay, startTestService } from '../support/testService.js';
import { send, type Answer } from './cases/Place.js';

const basis = z.looseObject({ document: z.string() });
const row = z.looseObject({ from: z.string(), to: z.string().optional(), value: z.unknown(), basis });
export const parameterBody = z.looseObject({
  id: z.string(),
  unit: z.string(),
  label: z.looseObject({ vi: z.string(), en: z.string() }),
  values: z.array(row),
  version: z.number(),
});
export type ParameterBody = z.infer<typeof parameterBody>;
export type Row = z.infer<typeof row>;

const versionOf = z.looseObject({ version: z.number() });

/** A running service with an administrator and an officer who are logged in. */
export class AdminDesk {
  private constructor(
    readonly store: TestStore,
    readonly service: RunningService,
    readonly admin: Officer,
    readonly officer: Officer,
  ) {}

  static async open(store: TestStore): Promise<AdminDesk> {
    const env = { PUBLIC_URL: 'http://an-sinh.test', TRUSTED_PROXIES: '1' };
    const service = await startTestService(store, { now: exampleDay, env });
    const admin = await Officer.firstAdministrator(service);
    return new AdminDesk(store, service, admin, await admin.hire('huong.tran'));
  }

  async close(): Promise<void> {
    await this.service.stop();
    await this.store.drop();
  }

  /** A call of the administrator; the body is read whole. */
  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    return answerOf(await this.admin.send(method, path, body, headers));
  }

  /** A call of anybody. */
  async publicly(path: string, body: unknown): Promise<Answer> {
    return send(this.service.address, 'POST', `/api/v1${path}`, { body });
  }

  async parameter(id: string): Promise<ParameterBody> {
    return parameterBody.parse((await this.ask('GET', `/parameters/${id}`)).json);
  }

  /** Sends a parameter back with other rows, on the version that stands there now unless told otherwise. */
  async put(
    id: string,
    change: Readonly<Record<string, unknown>>,
    {
      version,
      dryRun = false,
      lang = 'vi',
    }: Readonly<{ version?: number; dryRun?: boolean; lang?: string }> = {},
  ): Promise<Answer> {
    const held = await this.parameter(id);
    const { label, values } = held;
    return this.ask(
      'PUT',
      `/parameters/${id}?lang=${lang}${dryRun ? '&dryRun=true' : ''}`,
      { label, values, ...change },
      { 'If-Match': `"${version ?? held.version}"` },
    );
  }

  async version(path: string): Promise<number> {
    return versionOf.parse((await this.ask('GET', path)).json).version;
  }

  /** What the audit holds about a subject, the oldest first: action and actor's presence. */
  async audit(subject: string): Promise<readonly string[]> {
    const records = await openRecords(this.store);
    try {
      const rows = await records.db
        .selectFrom('audit')
        .select(['action', 'actor_id'])
        .where('subject', '=', subject)
        .orderBy('id')
        .execute();
      return rows.map(({ action, actor_id }) => `${action}${actor_id === null ? ' by nobody' : ''}`);
    } finally {
      await records.close();
    }
  }
}

/** A response with its body read. */
export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  };
}

/** `?filter={…}&sort=[…]` as the console writes it. */
export function query(parts: Readonly<Record<string, unknown>>): string {
  return new URLSearchParams(
    Object.entries(parts).map(([name, value]): [string, string] => [name, JSON.stringify(value)]),
  ).toString();
}

/** The rows with a new value from a day on; the last row ends the day before. */
export function withRow(
  { values }: Pick<ParameterBody, 'values'>,
  from: string,
  value: unknown,
  extra: Readonly<Record<string, unknown>> = {},
): readonly Row[] {
  const dayBefore = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
  const last = values.length - 1;
  return [
    ...values.map((held, index) => (index === last ? { ...held, to: dayBefore } : held)),
    { from, value, basis: { document: 'Nghị định 1/2026/NĐ-CP' }, reviewedOn: '2026-11-21', ...extra },
  ];
}
