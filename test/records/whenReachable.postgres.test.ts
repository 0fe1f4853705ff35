import { expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { openRecords, whenReachable } from '../../src/records/index.js';
import { FaultProxy } from '../faults/harness/FaultProxy.js';
import { freePort } from '../support/freePort.js';
import { createStore } from '../support/stores.js';

// SQLite is always there.
test('a start waits while nobody listens and while lines break, and tells at once what waiting does not mend', async () => {
  const store = await createStore('postgres');
  const real = new URL(store.databaseUrl ?? '');
  const proxy = await FaultProxy.open(await freePort());
  const url = new URL(real);
  url.hostname = '127.0.0.1';
  url.port = String(proxy.port);
  try {
    const opening = whenReachable(() => openRecords({ ...store, databaseUrl: url.toString() }));
    await sleep(500);
    proxy.redirect(Number(real.port || 5432));
    const records = await opening;
    await records.close();

    url.pathname = '/a_database_that_does_not_exist';
    await expect(whenReachable(() => openRecords({ ...store, databaseUrl: url.toString() }))).rejects.toThrow(
      'does not exist',
    );
  } finally {
    await proxy.close();
    await store.drop();
  }
});
