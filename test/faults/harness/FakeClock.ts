import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1';

/** Why clocks can't be moved here; undefined when they can. */
export function whyNoClock(): string | undefined {
  return existsSync(library) ? undefined : `no libfaketime (${library}; apt-get install faketime)`;
}

/** Clocks of single processes that jump while they run, by libfaketime: each reads its shift from a file. */
export class FakeClock {
  readonly #folder = mkdtempSync(join(tmpdir(), 'an-sinh-clock-'));

  /** What a process needs so that its clock is this one. */
  environment(instance: number): Readonly<Record<string, string>> {
    if (!existsSync(this.#file(instance))) this.move(instance, 0);
    return {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: this.#file(instance),
      FAKETIME_CACHE_DURATION: '1',
      // Timers go on as they do when a real clock is set.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DONT_FAKE_MONOTONIC: '1',
    };
  }

  /** The clock jumps to so many seconds off the true time. */
  move(instance: number, shiftS: number): void {
    // Never half a number: the process may read at any moment.
    const draft = `${this.#file(instance)}.draft`;
    writeFileSync(draft, `${shiftS < 0 ? '' : '+'}${shiftS}s\n`);
    renameSync(draft, this.#file(instance));
  }

  drop(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #file(instance: number): string {
    return join(this.#folder, `clock-${instance}`);
  }
}
