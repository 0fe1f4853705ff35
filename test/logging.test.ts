import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from '@jest/globals';
import { describeError } from '../src/logging/index.js';
import { isStoreFailure } from '../src/records/index.js';

/** What is thrown when this runs. */
function thrownBy(task: () => void): unknown {
  try {
    task();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}

describe('an error in the log', () => {
  test('tells what and where, and nothing that it quotes', () => {
    const parsing = describeError(thrownBy(() => JSON.parse('Trần Thị Bích, 0912 345 678')));
    expect(JSON.stringify(parsing)).not.toMatch(/Tr[aầ]n|Bích|345/);
    expect(parsing.type).toBe('SyntaxError');
    expect(parsing.stack?.[0]).toMatch(/^at /);
    const other = new Error('bad row (name=Lan) for 0912 345 678 in "Lan\'s"', { cause: new Error("'Lan'") });
    expect(JSON.stringify(describeError(other))).not.toMatch(/Lan|345/);
    expect(describeError('thrown as text').message).toBe('thrown as text');
  });
});

describe('a failure of the store', () => {
  test('is told from a fault in what was asked', () => {
    const full = new DatabaseSync(':memory:');
    full.exec('pragma max_page_count = 3; create table rows (body text)');
    const insert = () => full.prepare('insert into rows values (?)').run('x'.repeat(100_000));
    expect(isStoreFailure(thrownBy(insert))).toBe(true);
    expect(isStoreFailure(thrownBy(() => full.exec('select * from nowhere')))).toBe(false);
    full.exec('create table one (id integer primary key); insert into one values (1)');
    expect(isStoreFailure(thrownBy(() => full.exec('insert into one values (1)')))).toBe(false);
    full.close();
    for (const code of ['53100', '57P01', '08006', '25006', 'ECONNREFUSED'])
      expect(isStoreFailure(Object.assign(new Error('x'), { code }))).toBe(true);
    for (const code of ['23505', '42P01', 'ERR_INVALID_ARG_TYPE'])
      expect(isStoreFailure(Object.assign(new Error('x'), { code }))).toBe(false);
    for (const said of [
      'timeout exceeded when trying to connect',
      'The database fell silent.',
      'Postgres connection has been discarded',
    ])
      expect(isStoreFailure(new Error(said))).toBe(true);
  });
});
