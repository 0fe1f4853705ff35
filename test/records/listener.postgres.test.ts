import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import {
  Announcer,
  contentTopic,
  Listener,
  openRecords,
  turnsTopic,
  type Records,
} from '../../src/records/index.js';
import { listenerName } from '../../src/records/Listener.js';
import { eventually } from '../support/eventually.js';
import { createStore, type TestStore } from '../support/stores.js';

// Only PostgreSQL has other instances to tell.
describe('what other instances tell', () => {
  let store: TestStore;
  let records: Records;
  let listener: Listener;
  let heard: string[];
  let renewed: number;

  beforeEach(async () => {
    store = await createStore('postgres');
    records = await openRecords(store);
    [heard, renewed] = [[], 0];
    listener = new Listener({
      databaseUrl: store.databaseUrl ?? '',
      heard: (topic, payload) => heard.push(`${topic} ${payload}`),
      renewed: () => {
        renewed += 1;
      },
      failed: () => undefined,
    });
    await eventually(async () => (renewed === 1 ? true : undefined), 'listening');
  });
  afterEach(async () => {
    await listener.close();
    await records.close();
    await store.drop();
  });

  const hears = (news: string) => eventually(async () => (heard.includes(news) ? true : undefined), news);

  test('a change of the content is told by the database itself, whoever makes it', async () => {
    await sql`insert into content_documents (name, body, version, updated_at) values ('faq', '{}', 1, 0)`.execute(
      records.db,
    );
    await hears(`${contentTopic} content_documents`);
    await sql`insert into communes (code, province_code, name, imported_at) values ('1', '1', 'x', 0)`.execute(
      records.db,
    );
    await hears(`${contentTopic} communes`);
  });

  test('conversations are told together, however many, and to others only', async () => {
    const announcers = [1, 2].map(
      () =>
        new Announcer(records, (error) => {
          throw error;
        }),
    );
    const [announcer, other] = announcers;
    if (announcer === undefined || other === undefined) throw new Error('There are two.');
    const ids = Array.from({ length: 1_000 }, (_, at) => `conversation-number-${at}`);
    for (const id of ids) announcer.tell(id);
    const payloads = () => heard.map((line) => line.replace(`${turnsTopic} `, ''));
    const told = await eventually(async () => {
      const all = payloads().flatMap((payload) => other.othersIn(payload));
      return all.length >= ids.length ? all : undefined;
    }, 'all told');
    expect(new Set(told)).toEqual(new Set(ids));
    expect(heard.length).toBeLessThan(10);
    expect(payloads().flatMap((payload) => announcer.othersIn(payload))).toEqual([]);
    expect(other.othersIn('by-the-version-before another')).toEqual(['by-the-version-before', 'another']);
    for (const each of announcers) await each.close();
  });

  test('a connection that is cut is opened again, and then everything is looked up', async () => {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${listenerName} and datname = current_database()`.execute(
      records.db,
    );
    await eventually(async () => (renewed === 2 ? true : undefined), 'renewed');
    await sql`insert into content_documents (name, body, version, updated_at) values ('faq', '{}', 1, 0)`.execute(
      records.db,
    );
    await hears(`${contentTopic} content_documents`);
  });
});
