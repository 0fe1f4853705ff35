import { join } from 'node:path';
import type { Bot } from '../../dialogs/index.js';
import { ContentStore, type ContentSnapshot } from '../../src/content/index.js';
import { createTranslator } from '../../src/i18n/index.js';
import type { LocalitySnapshot } from '../../src/localities/index.js';
import { projectRoot } from '../../src/paths.js';
import { createCipher, type Cipher } from '../../src/privacy/index.js';
import { openRecords, type Records } from '../../src/records/index.js';
import { TurnService, type TurnFault } from '../../src/turn/index.js';
import type { TurnDependencies } from '../../src/turn/runTurn.js';
import { noContent } from './echoBot.js';
import { noLocalities, shippedCalendar } from './localities.js';
import type { TestStore } from './stores.js';
import { testKey } from './testKey.js';
import { learning } from './learning.js';

/** Records and turns of one instance of the service, without its doors. */
export type Instance = Readonly<{
  records: Records;
  cipher: Cipher;
  turns: TurnService;
  /** What a turn of this instance works with. */
  dependencies: TurnDependencies;
  faults: TurnFault[];
  failures: unknown[];
  close: () => Promise<void>;
}>;

export const words = createTranslator(join(projectRoot, 'locales'));

export async function openInstance(
  store: TestStore,
  options: Readonly<{
    bot: Bot;
    content?: () => ContentSnapshot;
    localities?: () => LocalitySnapshot;
    now?: () => Date;
    committed?: () => void;
    publicUrl?: string;
    pulls?: TurnDependencies['pulls'];
    marksOf?: TurnDependencies['marksOf'];
    windowOf?: TurnDependencies['windowOf'];
  }>,
): Promise<Instance> {
  const records = await openRecords(store);
  const cipher = createCipher(testKey);
  const faults: TurnFault[] = [];
  const failures: unknown[] = [];
  const dependencies: TurnDependencies = {
    records,
    cipher,
    bot: options.bot,
    words,
    publicUrl: options.publicUrl ?? 'https://an-sinh.test',
    content: options.content ?? (() => noContent),
    localities: options.localities ?? (() => noLocalities),
    calendar: shippedCalendar,
    pulls: options.pulls ?? (() => true),
    marksOf: options.marksOf ?? (() => undefined),
    ...(options.windowOf === undefined ? {} : { windowOf: options.windowOf }),
    now: options.now ?? (() => new Date()),
    nameOf: (conversationId) => conversationId,
    reportFault: (fault) => faults.push(fault),
  };
  const turns = new TurnService({
    ...dependencies,
    announce: () => options.committed?.(),
    reportFailure: (_conversationId, error) => failures.push(error),
  });
  return {
    records,
    cipher,
    turns,
    dependencies,
    faults,
    failures,
    close: async () => {
      await turns.close();
      await records.close();
    },
  };
}

/** The content of the release, published over `store`. */
export async function openShippedContent(
  store: TestStore,
  records: Records,
  now: () => Date,
): Promise<ContentStore> {
  return ContentStore.open({
    learning,
    shippedFolder: join(projectRoot, 'content'),
    dataDir: store.dataDir,
    records,
    words,
    referenceKey: createCipher(testKey).deriveKey('estimate-reference'),
    now,
    failed: (error) => {
      throw error;
    },
  });
}
