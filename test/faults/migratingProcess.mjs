/** Brings a store up to date and kills itself with SIGKILL right after the first statement that matches KILL_AFTER. */
import { openRecords } from '../../dist/src/records/index.js';

const { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, KILL_AFTER: killAfter } = process.env;
const last = new RegExp(killAfter, 'su');

const records = await openRecords({
  dataDir,
  databaseUrl: databaseUrl || undefined,
  onQuery: (sql) => {
    if (last.test(sql)) process.kill(process.pid, 'SIGKILL');
  },
});
await records.close();
