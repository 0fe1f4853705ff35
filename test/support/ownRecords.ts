import { afterAll, beforeAll } from '@jest/globals';
import { openRecords, type Records } from '../../src/records/index.js';
import { createStore, type TestStore } from './stores.js';

/** Records of their own, empty at first, for all tests of the `describe` that calls this; dropped after the last one. */
export function ownRecords(name: TestStore['name']): () => Records {
  let store: TestStore | undefined;
  let records: Records | undefined;
  beforeAll(async () => {
    store = await createStore(name);
    records = await openRecords(store);
  });
  afterAll(async () => {
    await records?.close();
    await store?.drop();
  });
  return () => {
    if (records === undefined) throw new Error('Records are open while tests run, not before.');
    return records;
  };
}
