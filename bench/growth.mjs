import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openRecords } from '../dist/src/records/index.js';
import { citizens, measure, seconds } from './turnLoad.mjs';

/*
 * What a message costs when 100, 10,000 and 1,000,000 conversations and leads are stored: it should be the same.
 *   npm run bench -- growth              SQLite
 *   BENCH_SIZES=100,10000 …              other sizes
 * PostgreSQL: DATABASE_URL of an empty database, one size a run.
 */
const sizes = (process.env.BENCH_SIZES ?? '100,10000,1000000').split(',').map(Number);
const rounds = Number(process.env.BENCH_ROUNDS ?? 4);
const databaseUrl = process.env.DATABASE_URL;

console.log(
  `${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, ${citizens} citizens at once, ${seconds} s each`,
);
console.log('    stored   fill s   CPU µs/message   messages/s   p99 ms');
const offices = [];
for (const size of sizes) {
  const dataDir = mkdtempSync(join(tmpdir(), 'an-sinh-growth-'));
  const startedAt = performance.now();
  await fill(dataDir, size);
  offices.push({ size, dataDir, fillS: (performance.now() - startedAt) / 1000 });
}
// In turn, so that a machine that gets slower or faster meanwhile does so for all of them.
for (let round = 0; round < rounds; round += 1) {
  for (const office of offices) {
    const result = await measure('an-sinh', office.dataDir);
    if (office.best === undefined || result.cpuUs < office.best.cpuUs) office.best = result;
  }
}
for (const { size, dataDir, fillS, best } of offices) {
  console.log(
    [
      String(size).padStart(10),
      fillS.toFixed(0).padStart(8),
      best.cpuUs.toFixed(0).padStart(16),
      best.rate.toFixed(0).padStart(12),
      best.p99.toFixed(0).padStart(8),
    ].join(' '),
  );
  rmSync(dataDir, { recursive: true, force: true });
}

/** Conversations that are over, each with a message, a reply, a lead and its consent; what is sealed is as long as it usually is. */
async function fill(dataDir, size) {
  const { db, close } = await openRecords({ dataDir, databaseUrl });
  const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${size})`;
  const at = Date.now() - 86_400_000;
  const sealed = `'a1.${'x'.repeat(240)}'`;
  const statements = [
    `${numbers} insert into conversations (id, channel, user_id, version, last_seq, state, created_at, updated_at)
      select 'stored-' || i, 'webchat', 'dl_' || i, 1, 2, ${sealed}, ${at}, ${at} from n`,
    `${numbers} insert into inbox (conversation_id, seq, key, payload, received_at, processed_at)
      select 'stored-' || i, 1, 'stored-' || i, ${sealed}, ${at}, ${at} from n`,
    `${numbers} insert into outbox (conversation_id, seq, channel, payload, state, created_at)
      select 'stored-' || i, 2, 'webchat', ${sealed}, 'available', ${at} from n`,
    `${numbers} insert into leads (id, reference, conversation_id, source_seq, channel, product, status, name, phone, phone_index,
        commune, province, locality_folded, call_time, suspicious, created_at, updated_at)
      select 'lead-' || i, 'AS-' || i, 'stored-' || i, 1, 'webchat', 'vsi', 'enrolled', ${sealed}, ${sealed}, 'index-' || i,
        'Tam Hai', 'Da Nang', 'tam hai da nang', 'any', 0, ${at}, ${at} from n`,
    `${numbers} insert into consents (id, conversation_id, lead_id, purpose, text_version, text, locale, channel, evidence_seq, given_at)
      select 'consent-' || i, 'stored-' || i, 'lead-' || i, 'call', '1', 'text', 'vi', 'webchat', 1, ${at} from n`,
  ];
  // One statement over a million rows takes longer than a pooled connection allows.
  await db.connection().execute(async (connection) => {
    if (databaseUrl !== undefined) await sql`set statement_timeout = 0`.execute(connection);
    for (const statement of statements) await sql.raw(statement).execute(connection);
    await sql.raw('analyze').execute(connection);
  });
  await close();
}
