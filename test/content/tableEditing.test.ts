import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { ContentStore, type TableChange } from '../../src/content/index.js';
import type { LocalSupportRow, Parameter } from '../../src/policy/index.js';
import { openRecords } from '../../src/records/index.js';
import { eventually } from '../support/eventually.js';
import { words } from '../support/openInstance.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { exampleDay } from '../support/testService.js';
import { Release } from './Release.js';
import { learning } from '../support/learning.js';

const today = '2026-11-21';
const reader = { today, locale: 'vi', words: words('vi') } as const;
const documentShape = z.looseObject({
  parameters: z.array(z.looseObject({ id: z.string() })),
  localSupport: z.array(z.looseObject({ id: z.string() })),
});

describe.each(storeNames)('the parameter table on %s', (name) => {
  let store: TestStore;
  let release: Release;
  const opened: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    store = await createStore(name);
    release = new Release(['tn-muc-dong', 'chung-hotline']);
  });
  afterEach(async () => {
    for (const close of opened.splice(0)) await close();
    release.remove();
    await store.drop();
  });

  const open = async (): Promise<ContentStore> => {
    const records = await openRecords(store);
    const content = await ContentStore.open({
      learning,
      shippedFolder: release.folder,
      dataDir: store.dataDir,
      records,
      words,
      referenceKey: new Uint8Array(32),
      now: exampleDay,
      failed: (error) => {
        throw error;
      },
    });
    opened.push(async () => {
      await content.close();
      await records.close();
    });
    return content;
  };
  const held = (content: ContentStore, id: string) => {
    const found = content.stored().parameter(id);
    if (found === undefined) throw new Error(`${id} is missing.`);
    return found;
  };
  const heldRow = (content: ContentStore, id: string) => {
    const found = content.stored().localSupportRow(id);
    if (found === undefined) throw new Error(`${id} is missing.`);
    return found;
  };
  const valueOf = (content: ContentStore, id: string): unknown =>
    held(content, id).record.values.at(-1)?.value;
  const withValue = (record: Parameter, value: number | string): TableChange => ({
    kind: 'parameter',
    id: record.id,
    record: {
      ...record,
      values: record.values.map((row, index) =>
        index === record.values.length - 1 ? { ...row, value } : row,
      ),
    },
  });
  const save = (content: ContentStore, change: TableChange, ifVersion: number | null) =>
    content.saveTable({ change, by: 'Lan', reason: 'nghị định mới', ifVersion }, reader, exampleDay());
  const setValue = (content: ContentStore, id: string, value: number | string) =>
    save(content, withValue(held(content, id).record, value), held(content, id).version);
  /** What the next release would change of the table. */
  const inRelease = (change: (document: z.infer<typeof documentShape>) => unknown) =>
    release.changeParameters((text) => JSON.stringify(change(documentShape.parse(JSON.parse(text)))));
  const releaseValue = (id: string, value: number | string) =>
    inRelease((document) => ({
      ...document,
      parameters: document.parameters.map((parameter) => {
        if (parameter.id !== id || !Array.isArray(parameter.values)) return parameter;
        const rows: readonly object[] = parameter.values;
        return {
          ...parameter,
          values: rows.map((row, index) => (index === rows.length - 1 ? { ...row, value } : row)),
        };
      }),
    }));

  test('edited is there after a new start, each version of it under its name', async () => {
    const content = await open();
    const before = content.table().version;
    expect(await setValue(content, 'hotline', '1900 0000')).toEqual({ status: 'saved' });
    const after = content.table().version;
    expect(after).not.toBe(before);
    for (const reading of [content, await open()]) {
      expect(reading.snapshot().hotline(today)).toBe('1900 0000');
      expect(reading.table().version).toBe(after);
      expect(reading.tableOf(before)?.parameters.get('hotline')?.values[0]?.value).toBe('1900 9068');
      expect(held(reading, 'hotline')).toMatchObject({
        version: 2,
        updatedBy: 'Lan',
        updatedAt: exampleDay().toISOString(),
        edited: true,
      });
      expect(held(reading, 'hhi.rate')).toMatchObject({ version: 1, updatedBy: null, edited: false });
    }
  });

  test('keeps what was edited in a new release, and takes over the rest', async () => {
    const content = await open();
    await setValue(content, 'hotline', '1900 0000');
    const open_ = held(content, 'hhi.gap_days');
    releaseValue('hotline', '1900 1111');
    releaseValue('hhi.gap_days', 60);
    for (const again of [await open(), await open()]) {
      expect(valueOf(again, 'hotline')).toBe('1900 0000');
      expect(valueOf(again, 'hhi.gap_days')).toBe(60);
      expect(again.stored().releasedParameter(held(again, 'hotline'))?.values[0]?.value).toBe('1900 1111');
      expect(held(again, 'hhi.gap_days')).toMatchObject({ version: 2, updatedBy: null, edited: false });
      // Whoever had it open before the release doesn't undo it unseen.
      expect(await save(again, withValue(open_.record, 70), open_.version)).toEqual({ status: 'stale' });
    }
  });

  test('follows a release that changed the unit, because the rules read the new one', async () => {
    const releaseWith = (unit: string, value: number | string) => {
      const row = { from: '2025-07-01', value, basis: { document: 'Luật' }, reviewedOn: '2026-11-21' };
      const added = { id: 'test.duration', label: { vi: 'Thời gian', en: 'Time' }, unit, values: [row] };
      inRelease((document) => ({
        ...document,
        parameters: [...document.parameters.filter(({ id }) => id !== added.id), added],
      }));
    };
    releaseWith('text', '22 tuần');
    await setValue(await open(), 'test.duration', '23 tuần');
    releaseWith('text', '24 tuần');
    expect(valueOf(await open(), 'test.duration')).toBe('23 tuần');
    releaseWith('days', 154);
    expect(held(await open(), 'test.duration').record).toMatchObject({
      unit: 'days',
      values: [{ value: 154 }],
    });
  });

  test('keeps local support as it was edited, made and removed, through a release', async () => {
    const content = await open();
    const change = (id: string, record: LocalSupportRow | null): TableChange =>
      record === null ? { kind: 'localSupport', id, record } : { kind: 'localSupport', id, record };
    const edited = { ...heldRow(content, 'hhi.hue.near_poor').record, percent: 35 };
    const own: LocalSupportRow = { ...edited, id: 'hhi.lai-chau.near_poor', province: 'lai-chau' };
    expect(await save(content, change(edited.id, edited), 1)).toEqual({ status: 'saved' });
    expect(await save(content, change(own.id, own), null)).toEqual({ status: 'saved' });
    expect(await save(content, change(own.id, own), null)).toEqual({ status: 'stale' });
    expect(await save(content, change('hhi.lao-cai.near_poor', null), 1)).toEqual({ status: 'saved' });
    expect(await save(content, change('hhi.lao-cai.near_poor', null), 2)).toEqual({ status: 'stale' });
    inRelease((document) => ({
      ...document,
      localSupport: document.localSupport.map((row) => ({ ...row, reviewedOn: '2026-11-22' })),
    }));
    const again = await open();
    expect(heldRow(again, edited.id).record).toEqual(edited);
    expect(heldRow(again, own.id)).toMatchObject({ record: own, version: 1, edited: true });
    expect(again.stored().localSupportRow('hhi.lao-cai.near_poor')).toBeUndefined();
    expect(heldRow(again, 'vsi.ha-noi.poor')).toMatchObject({
      record: { reviewedOn: '2026-11-22' },
      version: 2,
      edited: false,
    });
    expect(again.stored().localSupportVersions('hhi.lao-cai.near_poor')).toMatchObject([
      { version: 2, by: 'Lan', record: null },
    ]);
  });

  test('is held against the table of that moment when it is saved', async () => {
    const content = await open();
    const { record, version } = held(content, 'vsi.rate');
    const closed: TableChange = {
      kind: 'parameter',
      id: record.id,
      record: { ...record, values: record.values.map((row) => ({ ...row, to: row.to ?? '2026-11-20' })) },
    };
    expect(await save(content, closed, version)).toMatchObject({
      status: 'refused',
      findings: [expect.objectContaining({ code: 'answer_breaks' })],
    });
    expect(held(content, 'vsi.rate')).toMatchObject({ version, edited: false });
  });

  if (name === 'postgres') {
    test('edited on one instance answers on the other within five seconds, and neither undoes the other', async () => {
      const [here, there] = [await open(), await open()];
      const results = await Promise.all([
        setValue(here, 'hotline', '1900 0000'),
        setValue(there, 'hhi.gap_days', 60),
      ]);
      expect(results).toEqual([{ status: 'saved' }, { status: 'saved' }]);
      for (const content of [here, there]) {
        await eventually(
          async () =>
            content.snapshot().hotline(today) === '1900 0000' && valueOf(content, 'hhi.gap_days') === 60
              ? true
              : undefined,
          'both changes',
          5_000,
        );
      }
      expect(await save(there, withValue(held(here, 'hotline').record, '1'), 1)).toEqual({ status: 'stale' });
    });
  }
});
