import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sumTables } from '../../src/backup/writeBackup.js';
import { openRecords } from '../../src/records/index.js';
import {
  acceptAsBefore,
  answerAsBefore,
  lastBefore,
  openLeadAsBefore,
  recordEventAsBefore,
} from '../records/previousVersion.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';

/** Statements right after which the migration is killed, in their order; each try goes on where the one before it ended. */
const killedAfter = {
  sqlite: [/add column "conversation_id"/, /create trigger/, /update lead_events/, /^commit/],
  postgres: [
    /with portion/,
    /inbox_border.*not valid/,
    /validate constraint "inbox_border"/,
    /validate constraint "outbox_border"/,
    /lock table inbox/,
    /rename to "inbox_before"/,
    /attach partition "inbox_before"/,
    /attach partition "outbox_before"/,
    /attach partition "outbox_default"/,
    /^commit/,
  ],
} as const;

test.each(storeNames)(
  'a migration killed at any step is taken up again, and the version before goes on meanwhile, on %s',
  async (name) => {
    const store = await createStore(name);
    const before = await openRecords({ ...store, upTo: lastBefore });
    let taken = 0;
    /** The version before takes a message, answers it, and an officer notes something. */
    const goOn = async (): Promise<void> => {
      taken += 1;
      const [conversationId, key, at] = [`c${taken % 3}`, `k${taken}`, Date.now()];
      const { seq, duplicate } = await acceptAsBefore(before, { conversationId, key, at });
      expect(duplicate).toBe(false);
      expect(await acceptAsBefore(before, { conversationId, key, at })).toEqual({ seq, duplicate: true });
      await answerAsBefore(before, { conversationId, seq, at });
      if (taken === 1) await openLeadAsBefore(before, { conversationId, id: 'lead', at });
      await recordEventAsBefore(before, {
        id: `event-${String(taken).padStart(4, '0')}`,
        leadId: 'lead',
        at,
      });
    };
    try {
      for (const statement of killedAfter[name]) {
        await goOn();
        expect(await migrate(store, statement)).toEqual([null, 'SIGKILL']);
      }
      await goOn();
      expect(await migrate(store, /nothing of all this/)).toEqual([0, null]);
      await goOn();
      const records = await openRecords(store);
      const sums = await sumTables({ records, dataDir: store.dataDir });
      expect(sums).toMatchObject({
        conversations: { rows: Math.min(taken, 3) },
        inbox: { rows: taken },
        outbox: { rows: taken },
        lead_events: { rows: taken + 1 },
      });
      const events = await records.db
        .selectFrom('lead_events')
        .select('conversation_id')
        .distinct()
        .execute();
      expect(events).toEqual([{ conversation_id: 'c1' }]);
      const waiting = await records.db
        .selectFrom('inbox')
        .select('seq')
        .where('processed_at', 'is', null)
        .execute();
      expect(waiting).toEqual([]);
      await records.close();
    } finally {
      await before.close();
      await store.drop();
    }
  },
);

/** How the process ended: its code, or the signal. */
async function migrate(store: TestStore, killAfter: RegExp): Promise<unknown> {
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, 'migratingProcess.mjs')], {
    env: {
      ...environment,
      DATA_DIR: store.dataDir,
      DATABASE_URL: store.databaseUrl ?? '',
      KILL_AFTER: killAfter.source,
    },
    stdio: 'inherit',
  });
  return once(child, 'close');
}
