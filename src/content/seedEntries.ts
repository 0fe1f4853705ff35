import type { EntryVersion, FaqDocument } from './documents.js';
import type { ShippedContent } from './shippedContent.js';

/** New answers come in; answers that nobody edited follow the release; edited ones stay as they are. */
export function seedEntries(document: FaqDocument, shipped: ShippedContent, now: Date): boolean {
  let changed = false;
  for (const { entry, digest } of shipped.entries) {
    const held = document.entries[entry.id];
    const edited = held?.versions.some(({ by }) => by !== null) === true;
    if (held?.shipped === digest || edited) continue;
    const version = (held?.versions.at(-1)?.version ?? 0) + 1;
    const next: EntryVersion = { version, at: now.toISOString(), by: null, reason: '', entry };
    document.entries[entry.id] = { shipped: digest, versions: [...(held?.versions ?? []), next] };
    changed = true;
  }
  return changed;
}
