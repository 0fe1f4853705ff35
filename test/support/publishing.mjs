import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/*
 * An instance that publishes one version of an answer after the other: `node publishing.mjs URL TOPIC FIRST COUNT`. Each names its
 * version on both sides of a figure of the table.
 */
const [url, topic, first, count] = process.argv.slice(2);
const pauseMs = 120;
const client = new pg.Client({ connectionString: url });
await client.connect();
for (let version = Number(first); version < Number(first) + Number(count); version += 1) {
  const { rows } = await client.query(`select body from content_documents where name = 'faq'`);
  const document = JSON.parse(rows[0].body);
  const { versions } = document.entries[topic];
  const newest = versions.at(-1);
  const mark = `[bản ${version}]`;
  const vi = `${mark} Mức thấp nhất là {{ figure.vsi.floor_pay.other | vnd }} ${mark}`;
  const entry = { ...newest.entry, answer: { ...newest.entry.answer, vi } };
  versions.push({ ...newest, version: newest.version + 1, entry });
  await client.query(`update content_documents set body = $1, version = version + 1 where name = 'faq'`, [
    JSON.stringify(document),
  ]);
  await sleep(pauseMs);
}
await client.end();
