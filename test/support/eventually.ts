import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again and again until `read` gives something; @throws after the deadline with what was seen last. */
export async function eventually<Value>(
  read: () => Promise<Value | undefined>,
  what: string,
  withinMs = 20_000,
): Promise<Value> {
  const until = Date.now() + withinMs;
  for (;;) {
    const found = await read();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`Within ${withinMs} ms there was no ${what}.`);
    await sleep(15);
  }
}
