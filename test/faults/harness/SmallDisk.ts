import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, rmdirSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const megabytes = 256;
const block = Buffer.alloc(64 * 1024, 1);

/** Why no small disk can be mounted here; undefined when it can. */
export function whyNoDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux mounts a tmpfs';
  try {
    SmallDisk.mount().unmount();
    return undefined;
  } catch (error) {
    return `no tmpfs can be mounted: ${String(error).split('\n')[0]}`;
  }
}

/** A folder on a disk of its own, small enough to be filled: a tmpfs. */
export class SmallDisk {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static mount(): SmallDisk {
    const folder = mkdtempSync(join(tmpdir(), 'an-sinh-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' });
    } catch (error) {
      rmdirSync(folder);
      throw error;
    }
    return new SmallDisk(folder);
  }

  /** Leaves not a byte free for so long. */
  async fill(forMs: number): Promise<boolean> {
    const handle = openSync(this.#filler, 'a');
    const until = Date.now() + forMs;
    try {
      // Whatever a log gives back when it is emptied is taken again.
      for (; Date.now() < until; await sleep(20)) writeUntilFull(handle);
    } finally {
      closeSync(handle);
      this.free();
    }
    return true;
  }

  free(): void {
    rmSync(this.#filler, { force: true });
  }

  unmount(): void {
    execFileSync('umount', ['-l', this.folder], { stdio: 'pipe' });
    rmdirSync(this.folder);
  }

  get #filler(): string {
    return join(this.folder, 'filler');
  }
}

function writeUntilFull(handle: number): void {
  for (let size = block.length; size >= 1;) {
    try {
      writeSync(handle, block, 0, size);
    } catch {
      size >>= 1;
    }
  }
}
