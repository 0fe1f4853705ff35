import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../src/paths.js';

/** Where channels are registered, and what they are made of: only there are they known by name. */
const registered = ['src/channels/registry.ts', 'src/channels/settings.ts'];
const adapters = ['zalo', 'messenger', 'telegram', 'viber', 'botframework'];

const sources = globSync('{src,dialogs}/**/*.ts', { cwd: projectRoot }).map((file) => ({
  file,
  text: readFileSync(join(projectRoot, file), 'utf8'),
}));

describe('an adapter is registered in one place', () => {
  test('there are sources to look at', () => {
    expect(sources.length).toBeGreaterThan(200);
    for (const file of registered) expect(sources.map((source) => source.file)).toContain(file);
  });

  test.each(adapters)('nobody else imports %s', (adapter) => {
    const importers = sources.filter(
      ({ file, text }) =>
        !file.startsWith(`src/channels/${adapter}/`) && new RegExp(`from '[./\\w]*/${adapter}/`).test(text),
    );
    expect(importers.map(({ file }) => file).toSorted()).toEqual(registered);
  });

  test.each(adapters)('nobody else asks whether a channel is %s', (adapter) => {
    // Lists of words that citizens use hold names of services, too; those are no channels.
    const asking = sources.filter(
      ({ file, text }) =>
        !file.startsWith('src/channels/') &&
        !file.startsWith('src/language/') &&
        new RegExp(`['"\`]${adapter}['"\`]`).test(text),
    );
    expect(asking.map(({ file }) => file)).toEqual([]);
  });

  test('no adapter knows another', () => {
    for (const adapter of adapters) {
      const others = adapters.filter((name) => name !== adapter).join('|');
      const knowing = sources.filter(
        ({ file, text }) =>
          file.startsWith(`src/channels/${adapter}/`) && new RegExp(`from '\\.\\./(${others})/`).test(text),
      );
      expect(knowing.map(({ file }) => file)).toEqual([]);
    }
  });
});
