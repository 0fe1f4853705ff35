import { afterAll, beforeAll, describe } from '@jest/globals';
import { storeNames } from '../support/storeNames.js';
import { createStore } from '../support/stores.js';
import { exampleDay, startTestService } from '../support/testService.js';
import { chatPageCases } from './cases/chatPage.js';
import { consoleCases } from './cases/console.js';
import { directLineCases } from './cases/directLine.js';
import { directLineClientCases } from './cases/directLineClient.js';
import { headerCases } from './cases/headers.js';
import type { Place } from './cases/Place.js';
import { publicApiCases } from './cases/publicApi.js';

describe.each(storeNames)('the service over %s', (name) => {
  let place: Place | undefined;
  const findPlace = (): Place => {
    if (place === undefined) throw new Error('The service did not start.');
    return place;
  };

  beforeAll(async () => {
    const store = await createStore(name);
    // The callers' addresses come from a header, so that one test's limit isn't another's.
    const env = { PUBLIC_URL: 'http://an-sinh.test', TRUSTED_PROXIES: '1' };
    place = { store, service: await startTestService(store, { now: exampleDay, env }) };
  });
  afterAll(async () => {
    await place?.service.stop();
    await place?.store.drop();
  });

  directLineCases(findPlace);
  directLineClientCases(findPlace);
  chatPageCases(findPlace);
  publicApiCases(findPlace);
  headerCases(findPlace);
  consoleCases(findPlace);
});
