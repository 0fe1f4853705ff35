import { uuidv7 } from 'uuidv7';
import type { Records } from './openRecords.js';

/** Who did what to which record. Never a name, a number or a text of a citizen. */
export type AuditEntry = Readonly<{
  actorId: string | null;
  action: string;
  subject: string;
  detail?: Readonly<Record<string, string | number | boolean>>;
}>;

export async function recordAudit(records: Records, now: Date, entry: AuditEntry): Promise<void> {
  await records.db
    .insertInto('audit')
    .values({
      id: uuidv7(),
      at: now.getTime(),
      actor_id: entry.actorId,
      action: entry.action,
      subject: entry.subject,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute();
}
