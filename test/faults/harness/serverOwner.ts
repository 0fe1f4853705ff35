import { execFileSync } from 'node:child_process';

/** Whoever servers run as: PostgreSQL and PgBouncer refuse root. Nothing for anybody else: they run as who started us. */
export function serverOwner(): Readonly<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  try {
    const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return {};
  }
}
