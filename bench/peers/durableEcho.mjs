import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextLoop } from 'node:timers/promises';
import pg from 'pg';
import { echo, serve } from './echoBot.mjs';

/*
 * The echo bot with as many durable commits as a turn needs and nothing else: one that stores the message before it is acknowledged,
 * one that stores the conversation's state and the reply. What being sure costs, without understanding, encryption and routes.
 */
const store = process.env.DATABASE_URL === undefined ? openSqlite() : await openPostgres();
serve(async (activity) => {
  const { id } = activity.conversation;
  const seq = await store.accept(id, JSON.stringify(activity));
  const replies = await echo(activity);
  await store.commit(id, seq, JSON.stringify(replies));
  return replies;
});

/** Like this service: writes that come together share one flush. */
function openSqlite() {
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
  let waiting = [];
  const write = (job) =>
    new Promise((resolve) => {
      waiting.push({ job, resolve });
      if (waiting.length > 1) return;
      void nextLoop().then(() => {
        const group = waiting;
        waiting = [];
        db.exec('begin immediate');
        const results = group.map(({ job: run }) => run());
        db.exec('commit');
        group.forEach(({ resolve: tell }, at) => tell(results[at]));
      });
    });
  return {
    accept: (id, payload) => write(() => insert.get(id, payload).seq),
    commit: (id, seq, payload) =>
      write(() => {
        state.run(id, payload);
        done.run(seq);
        reply.run(id, seq, payload);
      }),
  };
}

async function openPostgres() {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
  await pool.query(`create table if not exists echo_inbox (conversation text, seq bigserial primary key, payload text, done integer);
    create table if not exists echo_outbox (conversation text, seq bigint, payload text);
    create table if not exists echo_conversations (id text primary key, state text, version bigint)`);
  const transaction = async (job) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const result = await job(client);
      await client.query('commit');
      return result;
    } finally {
      client.release();
    }
  };
  return {
    accept: (id, payload) =>
      transaction(async (client) => {
        await client.query(
          `insert into echo_conversations values ($1, '', 0) on conflict (id) do update set version = echo_conversations.version`,
          [id],
        );
        const { rows } = await client.query(
          'insert into echo_inbox (conversation, payload, done) values ($1, $2, 0) returning seq',
          [id, payload],
        );
        return rows[0].seq;
      }),
    commit: (id, seq, payload) =>
      transaction(async (client) => {
        await client.query('update echo_conversations set state = $2, version = version + 1 where id = $1', [
          id,
          payload,
        ]);
        await client.query('update echo_inbox set done = 1 where seq = $1', [seq]);
        await client.query('insert into echo_outbox values ($1, $2, $3)', [id, seq, payload]);
      }),
  };
}
