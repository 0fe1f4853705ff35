import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextLoop } from 'node:timers/promises';
import pg from 'pg';
import { echo, serve } from './echoBot.mjs';

/**
 * The echo bot with two commits a message: one that stores it before it is acknowledged, one that stores the conversation's state and
 * the reply. What being sure costs, without understanding, encryption and routes.
 */
export async function serveDurably({ isShared }) {
  const { accept, commit } =
    process.env.DATABASE_URL === undefined ? openSqlite(isShared) : await openPostgres(isShared);
  serve(async (activity) => {
    const { id } = activity.conversation;
    const seq = await accept({ id, payload: JSON.stringify(activity) });
    const replies = await echo(activity);
    await commit({ id, seq, payload: JSON.stringify(replies) });
    return replies;
  });
}

function openSqlite(isShared) {
  mkdirSync(process.env.DATA_DIR, { recursive: true });
  const db = new DatabaseSync(join(process.env.DATA_DIR, 'echo.sqlite'));
  db.exec(`pragma journal_mode = wal; pragma synchronous = full;
    create table inbox (conversation text, seq integer primary key, payload text, done integer);
    create table outbox (conversation text, seq integer, payload text);
    create table conversations (id text primary key, state text, version integer);`);
  const insert = db.prepare('insert into inbox (conversation, payload, done) values (?, ?, 0) returning seq');
  const done = db.prepare('update inbox set done = 1 where seq = ?');
  const reply = db.prepare('insert into outbox values (?, ?, ?)');
  const state = db.prepare(
    'insert into conversations values (?, ?, 1) on conflict (id) do update set state = excluded.state, version = version + 1',
  );
  const write = gathered(isShared, (jobs) => {
    db.exec('begin immediate');
    const results = jobs.map((job) => job());
    db.exec('commit');
    return results;
  });
  return {
    accept: ({ id, payload }) => write(() => insert.get(id, payload).seq),
    commit: ({ id, seq, payload }) =>
      write(() => {
        state.run(id, payload);
        done.run(seq);
        reply.run(id, seq, payload);
      }),
  };
}

async function openPostgres(isShared) {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
  await pool.query(`create table if not exists echo_inbox (conversation text, seq bigserial primary key, payload text, done integer);
    create table if not exists echo_outbox (conversation text, seq bigint, payload text);
    create table if not exists echo_conversations (id text primary key, state text, version bigint)`);
  const column = (items, name) => items.map((item) => item[name]);
  const run = async (name, text, values) => (await pool.query({ name, text, values })).rows;
  return {
    // Rows come back in the order in which they were put in.
    accept: gathered(isShared, async (items) => {
      const rows = await run(
        'accept',
        `insert into echo_inbox (conversation, payload, done)
          select id, payload, 0 from unnest($1::text[], $2::text[]) as given(id, payload) returning seq`,
        [column(items, 'id'), column(items, 'payload')],
      );
      return rows.map(({ seq }) => seq);
    }),
    commit: gathered(isShared, async (items) => {
      await run(
        'commit',
        `with given as (select * from unnest($1::text[], $2::bigint[], $3::text[]) as given(id, seq, payload)),
          known as (insert into echo_conversations select id, payload, 1 from given
            on conflict (id) do update set state = excluded.state, version = echo_conversations.version + 1),
          done as (update echo_inbox set done = 1 from given where echo_inbox.seq = given.seq)
          insert into echo_outbox select * from given`,
        [column(items, 'id'), column(items, 'seq'), column(items, 'payload')],
      );
      return items;
    }),
  };
}

/** One after the other or, shared, whatever comes while the one before is on its way. */
function gathered(isShared, run) {
  let waiting = [];
  let isRunning = false;
  const work = async () => {
    isRunning = true;
    while (waiting.length > 0) {
      await nextLoop();
      const group = waiting;
      waiting = [];
      const results = await run(group.map(({ item }) => item));
      group.forEach(({ resolve }, at) => resolve(results[at]));
    }
    isRunning = false;
  };
  if (!isShared) return async (item) => (await run([item]))[0];
  return (item) =>
    new Promise((resolve) => {
      waiting.push({ item, resolve });
      if (!isRunning) void work();
    });
}
